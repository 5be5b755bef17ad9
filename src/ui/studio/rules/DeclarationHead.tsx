import { rulesTexts } from '../../../i18n/studio.ts';
import { Icon, Select, t } from '../../kit/index.ts';
import { shareText } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './DeclarationHead.module.css';
import type { Draft } from './draft.ts';
import { kindIcons } from './kinds.ts';
import { briefMoney } from './lenses.ts';
import { pick, picked } from './session.ts';

/** Which declaration the side is about: the one at the cursor, or picked here. */
export function DeclarationHead({ draft }: { draft: Draft }) {
  const shown = draft.shown.value;
  const declaration = picked.value;
  const options = shown.map(each => ({
    value: String(each.start),
    label: `${each.name} · ${t(rulesTexts[`kind${each.kind}`])}`,
  }));
  if (!declaration) options.unshift({ value: '', label: '—' });
  return (
    <div class={styles.head}>
      <span class={styles.icon}>{declaration && <Icon of={kindIcons[declaration.kind]} size={16} />}</span>
      <div class={styles.select}>
        <Select
          label={t(rulesTexts.pick)}
          value={declaration ? String(declaration.start) : ''}
          options={options}
          disabled={shown.length === 0}
          onChange={value => value && pick(Number(value))}
        />
      </div>
      {declaration && (
        <p class={styles.numbers}>
          <strong>{shareText(declaration.share)}</strong>
          {declaration.kind !== 'metric' && declaration.money > 0 && (
            <span title={t(rulesTexts.lensMoney)}>
              {briefMoney(declaration.money, workspace.value?.currency ?? 'CNY')}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
