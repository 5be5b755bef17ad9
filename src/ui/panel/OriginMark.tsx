import { History } from 'lucide';
import { useId } from 'preact/hooks';
import type { Origin } from '../../domain/index.ts';
import { localDay } from '../../domain/index.ts';
import { formatDay } from '../../i18n/index.ts';
import { undoTexts } from '../../i18n/undo.ts';
import { Icon, language, t } from '../kit/index.ts';
import styles from './OriginMark.module.css';

/** Beside a value: where it came from, when, and how it stood there; seen on hover and focus, and read aloud. */
export function OriginMark({ value, origin }: { value: string; origin: Origin | undefined }) {
  const id = useId();
  if (!origin) return null;
  return (
    <span class={styles.origin}>
      <button
        type="button"
        class={styles.mark}
        aria-label={t(undoTexts.originOf, { value })}
        aria-describedby={id}
      >
        <Icon of={History} size={14} />
      </button>
      <span class={styles.bubble} role="tooltip" id={id}>
        {originText(origin)}
      </span>
    </span>
  );
}

/** 'From orders.csv, 2 Nov 2026, as "..."', in the reader's language. */
function originText({ source, at, raw }: Origin): string {
  const values = { source: sourceText(source), day: formatDay(language.value, localDay(new Date(at))) };
  return raw === undefined ? t(undoTexts.from, values) : t(undoTexts.fromRaw, { ...values, raw });
}

function sourceText(source: string): string {
  if (source === 'hand' || source === 'page' || source === 'sample' || source === 'merge')
    return t(undoTexts[`source${source}`]);
  return source;
}
