import { packTexts } from '../../../../i18n/packs.ts';
import { rulesTexts } from '../../../../i18n/studio.ts';
import type { Choice, PackItem } from '../../../../rules/index.ts';
import { Select, t } from '../../../kit/index.ts';
import { RuleText } from '../RuleText.tsx';
import type { ShownPack } from './open.ts';
import styles from './PacksDialog.module.css';

export interface PackDetailProps {
  pack: ShownPack;
  items: readonly PackItem[];
  choices: ReadonlyMap<string, Choice>;
  onChoose(name: string, choice: Choice): void;
}

/** One pack: what it would do to the draft, what to do where a name is taken, and its text. */
export function PackDetail({ pack, items, choices, onChoose }: PackDetailProps) {
  const tests = items.filter(each => each.kind === 'test').length;
  const choiceOptions = (['rename', 'replace', 'keep'] as const).map(value => ({
    value,
    label: t(packTexts[`choice${value}`]),
  }));
  return (
    <div class={styles.detail}>
      <p class={styles.facts}>
        {pack.file
          ? t(packTexts.checksum, { checksum: pack.file.checksum.slice(0, 12) })
          : t(packTexts.shipped)}
        {' · '}
        {t(packTexts.contains, { rules: items.length - tests, tests })}
      </p>
      <section class={styles.effect}>
        <h3 class={styles.heading}>{t(packTexts.effect)}</h3>
        {items.every(each => each.state === 'same') && <p>{t(packTexts.nothingNew)}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
        <ul class={styles.items} tabIndex={0} aria-label={t(packTexts.effect)}>
          {items.map(({ kind, name, state }) => (
            <li key={`${kind} ${name}`} class={styles.item} data-state={state}>
              <span class={styles.kind}>
                {kind === 'test' ? t(packTexts.test) : t(rulesTexts[`kind${kind}`])}
              </span>
              <span class={styles.itemName}>{name}</span>
              <span class={styles.state}>{t(packTexts[`state${state}`])}</span>
              {state === 'conflict' && (
                <Select
                  label={t(packTexts.choice, { name })}
                  value={choices.get(name) ?? 'rename'}
                  options={choiceOptions}
                  onChange={choice => onChoose(name, choice)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <RuleText text={pack.text} label={t(packTexts.text)} />
    </div>
  );
}
