import { versionTexts } from '../../../i18n/studio.ts';
import { t } from '../../kit/index.ts';
import { type DiffLine, diffLines, foldSame } from './lineDiff.ts';
import { TokenLine } from './RuleText.tsx';
import styles from './TextDiff.module.css';

const signs = { same: ' ', added: '+', removed: '−' } as const;

/** What differs between two rule texts, line by line, in the colours of the editor. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const lines = diffLines(before, after);
  const added = lines.filter(line => line.what === 'added').length;
  const removed = lines.filter(line => line.what === 'removed').length;
  if (added + removed === 0) return <p class={styles.same}>{t(versionTexts.same)}</p>;
  return (
    <div class={styles.diff}>
      <p class={styles.summary}>{t(versionTexts.lines, { added, removed })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <section class={styles.lines} aria-label={t(versionTexts.diff)} tabIndex={0}>
        {foldSame(lines, 3).map((each, index) =>
          typeof each === 'number' ? (
            <p key={index} class={styles.folded}>
              {t(versionTexts.unchanged, { count: each })}
            </p>
          ) : (
            <Line key={index} line={each} />
          ),
        )}
      </section>
    </div>
  );
}

function Line({ line: { what, text, before, after } }: { line: DiffLine }) {
  return (
    <div class={styles.line} data-what={what}>
      <span class={styles.number} aria-hidden="true">
        {before}
      </span>
      <span class={styles.number} aria-hidden="true">
        {after}
      </span>
      <span class={styles.sign} aria-hidden="true">
        {signs[what]}
      </span>
      <span class={styles.text}>
        {what !== 'same' && <span class="visually-hidden">{t(versionTexts[what])} </span>}
        <TokenLine line={text} />
      </span>
    </div>
  );
}
