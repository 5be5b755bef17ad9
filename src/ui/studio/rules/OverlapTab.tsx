import { Blend } from 'lucide';
import type { Overlap } from '../../../engine/index.ts';
import { overlapTexts } from '../../../i18n/studio.ts';
import { EmptyState, Icon, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { count, shareText } from '../words.ts';
import { workspace } from '../workspace.ts';
import { kindIcons } from './kinds.ts';
import styles from './OverlapTab.module.css';
import { also, picked, sideTab } from './session.ts';
import { useLatest } from './useLatest.ts';

/** With which tags and segments the declaration at the cursor shares customers; pressing one names them. */
export function OverlapTab() {
  const declaration = picked.value;
  const base = workspace.value!;
  const key = declaration ? JSON.stringify([declaration.text, declaration.name, base]) : null;
  const { answer } = useLatest<readonly Overlap[]>(
    key,
    () => engine.overlaps(declaration!.text, declaration!.name),
    report,
  );
  if (!declaration || !answer || answer.length === 0) {
    return <EmptyState icon={Blend} title={t(overlapTexts.none)} text={t(overlapTexts.noneHint)} />;
  }
  const open = (name: string) => {
    also.value = { of: declaration.name, name };
    sideTab.value = 'matches';
  };
  return (
    <ul class={styles.list} aria-label={t(overlapTexts.list)}>
      {answer.map(each => (
        <li key={`${each.kind} ${each.name}`}>
          <button
            type="button"
            class={styles.item}
            disabled={each.shared === 0}
            onClick={() => open(each.name)}
          >
            <span class={styles.name}>
              <Icon of={kindIcons[each.kind]} size={14} />
              {each.name}
              <span class={styles.shared}>{t(overlapTexts.shared, { count: each.shared })}</span>
            </span>
            <Venn left={declaration.count} right={each.count} shared={each.shared} />
            <span class={styles.shares}>
              <span>
                {t(overlapTexts.ofThis, {
                  share: shareText(ratio(each.shared, declaration.count)),
                  name: declaration.name,
                })}
              </span>
              <span>
                {t(overlapTexts.ofThis, {
                  share: shareText(ratio(each.shared, each.count)),
                  name: each.name,
                })}
              </span>
              <span class={styles.alike} title={t(overlapTexts.alikeHint)}>
                {t(overlapTexts.alike, { share: shareText(each.jaccard) })}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Three bars on one line: only this, both, only the other. */
function Venn({ left, right, shared }: { left: number; right: number; shared: number }) {
  const either = Math.max(1, left + right - shared);
  const part = (value: number) => ({ width: `${(value / either) * 100}%` });
  return (
    <span class={styles.venn} aria-hidden="true" title={count(shared)}>
      <span class={styles.left} style={part(left - shared)} />
      <span class={styles.both} style={part(shared)} />
      <span class={styles.right} style={part(right - shared)} />
    </span>
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
