import { cardTexts } from '../../../i18n/card.ts';
import type { Text } from '../../../i18n/index.ts';
import { settingsTexts } from '../../../i18n/studio.ts';
import { Kbd, language, t } from '../../kit/index.ts';
import { cardKeys } from '../../overlay/keys.ts';
import styles from './SettingsScreen.module.css';

const shortcuts = [
  { text: settingsTexts.keyPalette, keys: 'Ctrl+K' },
  { text: settingsTexts.keyPublish, keys: 'Ctrl+Enter' },
  { text: settingsTexts.keyMembers, keys: 'Alt+Enter' },
  { text: settingsTexts.keyComplete, keys: 'Ctrl+Space' },
  { text: settingsTexts.keyComment, keys: 'Ctrl+/' },
  { text: settingsTexts.keyProblem, keys: 'F8' },
  { text: settingsTexts.keyReference, keys: 'F1' },
  { text: settingsTexts.keyWhy, keys: 'Shift+Enter' },
  { text: settingsTexts.keyPopup, keys: 'Ctrl+Shift+Y' },
  { text: settingsTexts.keyPanel, keys: 'Ctrl+Shift+U' },
];

const onCard = [
  { text: settingsTexts.keyCard, keys: 'Alt+Shift+T' },
  ...keysOfCard(),
  { text: cardTexts.collapse, keys: 'Esc' },
];

/** What the keyboard reaches. */
export function Shortcuts() {
  return (
    <>
      <List of={shortcuts} />
      <h3 class={styles.strong}>{t(settingsTexts.keysOnCard)}</h3>
      <List of={onCard} />
    </>
  );
}

function List({ of }: { of: readonly { readonly text: Text; readonly keys: string }[] }) {
  return (
    <dl class={styles.keys}>
      {of.map(({ text, keys }) => [
        <dt key={`${keys} what`}>{text[language.value]}</dt>,
        <dd key={keys}>
          <Kbd keys={keys} />
        </dd>,
      ])}
    </dl>
  );
}

function keysOfCard() {
  return (Object.keys(cardKeys) as (keyof typeof cardKeys)[]).map(name => ({
    text: cardTexts[name],
    keys: cardKeys[name].toUpperCase(),
  }));
}
