import { Dna } from 'lucide';
import type { Survivor } from '../../../../engine/index.ts';
import { testTexts } from '../../../../i18n/checks.ts';
import { formatShare } from '../../../../i18n/index.ts';
import { Button, language, ProgressBar, t } from '../../../kit/index.ts';
import type { Draft } from '../draft.ts';
import { lineOf } from '../notes.ts';
import { cursor, editor } from '../session.ts';
import { shiftOffset } from '../shift.ts';
import { measure, measured, measuring, stopMeasuring } from './score.ts';
import styles from './TestsTab.module.css';

/** How much of what could go wrong the tests notice, measured when asked for, and what they do not notice. */
export function MutationScore({ draft }: { draft: Draft }) {
  const running = measuring.value;
  const result = measured.value;
  return (
    <section class={styles.score} aria-label={t(testTexts.score)}>
      <h2 class={styles.heading}>{t(testTexts.score)}</h2>
      <p class={styles.hint}>{t(testTexts.scoreHint)}</p>
      {running ? (
        <ProgressBar
          label={t(testTexts.scoreRunning, { done: running.done, total: running.total })}
          done={running.done}
          total={running.total}
          onCancel={stopMeasuring}
        />
      ) : (
        <Button icon={Dna} onClick={() => void measure(draft.text.peek())}>
          {t(testTexts.scoreRun)}
        </Button>
      )}
      {result && !running && <Result draft={draft} {...result} />}
    </section>
  );
}

function Result({ draft, text, report }: { draft: Draft } & NonNullable<typeof measured.value>) {
  const { total, killed, survivors } = report;
  const jump = ({ span }: Survivor) => {
    const [start, end] = span.map(offset => shiftOffset(text, draft.text.peek(), offset));
    cursor.value = start!;
    editor.value?.reveal(start!, end!);
  };
  return (
    <>
      <p class={styles.result} role="status">
        <strong>{formatShare(language.value, total === 0 ? 0 : killed / total)}</strong>{' '}
        {t(testTexts.scoreResult, { killed, total })}
        {text !== draft.text.value && <span class={styles.stale}> · {t(testTexts.scoreStale)}</span>}
      </p>
      {survivors.length > 0 && <h3 class={styles.heading}>{t(testTexts.survivors)}</h3>}
      <ul>
        {[...survivors]
          .sort((a, b) => b.changed - a.changed)
          .map(each => (
            <li key={each.span.join()}>
              <button type="button" class={styles.survivor} onClick={() => jump(each)}>
                <span class={styles.name}>{each.name}</span>
                <span>
                  <del class={styles.before}>{text.slice(...each.span)}</del> →{' '}
                  <ins class={styles.after}>{each.replacement || t(testTexts.removed)}</ins>
                  <span class={styles.hint}> {t(testTexts[`mutant${each.kind}`])}</span>
                </span>
                <span class={styles.line}>
                  {each.changed > 0
                    ? t(testTexts.survivorEffect, { count: each.changed })
                    : t(testTexts.survivorIdle)}
                  {' · '}
                  {t(testTexts.line, { line: lineOf(text, each.span[0]) })}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}
