import { settingsTexts } from '../../../i18n/studio.ts';
import { Kbd, t } from '../../kit/index.ts';
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

/** What the keyboard reaches. */
export function Shortcuts() {
  return (
    <dl class={styles.keys}>
      {shortcuts.map(({ text, keys }) => [
        <dt key={`${keys} what`}>{t(text)}</dt>,
        <dd key={keys}>
          <Kbd keys={keys} />
        </dd>,
      ])}
    </dl>
  );
}
