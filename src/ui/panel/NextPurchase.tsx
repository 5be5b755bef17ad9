import type { ExpectedPurchase } from '../../engine/index.ts';
import { formatDay, formatShare } from '../../i18n/index.ts';
import { nextTexts } from '../../i18n/next.ts';
import { language, t } from '../kit/index.ts';
import styles from './AlsoBought.module.css';

/** When the customer is expected to buy again: where they are on the way, the day, the interval, and why. */
export function NextPurchase({ expected }: { expected: ExpectedPurchase }) {
  const { expectation } = expected;
  return (
    <p class={styles.expected}>
      {expectation && <span class={styles.product}>{t(nextTexts[expectation])}</span>}
      <span class={styles.reason}>{expectedText(expected)}</span>
    </p>
  );
}

/** The day of the next purchase, how surely it comes between which days, and what says so. */
export function expectedText({ next, earliest, latest, coverage, cycle, basis }: ExpectedPurchase): string {
  const day = (value: number) => formatDay(language.value, value);
  if (next === null || earliest === null || latest === null) return t(nextTexts.nothing);
  const between = { from: day(earliest), to: day(latest) };
  const interval =
    coverage === null
      ? t(nextTexts.interval, between)
      : t(nextTexts.intervalSure, {
          ...between,
          share: formatShare(language.value, Math.round(coverage * 100) / 100),
        });
  const why =
    basis === 'others' || cycle === null
      ? t(nextTexts.whyOthers)
      : t(nextTexts.whyCycle, { days: Math.round(cycle * 10) / 10 });
  return `${day(next)} · ${interval} · ${why}`;
}
