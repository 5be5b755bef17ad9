import type { DuplicateReason } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { t } from '../../kit/index.ts';
import styles from './Waterfall.module.css';
import { codeLabel, partLabel } from './words.ts';

/** The reasons of a pair, one under the other: each bar begins where the sum so far has come to. */
export function Waterfall({ reasons }: { reasons: readonly DuplicateReason[] }) {
  const told = reasons.filter(({ bits }) => Math.abs(bits) >= 0.05);
  let sum = 0;
  const lines = told.map(reason => {
    const from = sum;
    sum += reason.bits;
    return { reason, from, to: sum };
  });
  const low = Math.min(0, ...lines.flatMap(({ from, to }) => [from, to]));
  const high = Math.max(0, ...lines.flatMap(({ from, to }) => [from, to]));
  const at = (bits: number) => `${((bits - low) / (high - low || 1)) * 100}%`;
  const width = (from: number, to: number) => `${(Math.abs(to - from) / (high - low || 1)) * 100}%`;
  return (
    <section class={styles.waterfall} aria-label={t(duplicateTexts.reasons)}>
      <h3 class={styles.title}>{t(duplicateTexts.reasons)}</h3>
      <p class={styles.hint}>{t(duplicateTexts.reasonsHint)}</p>
      <table class={styles.table}>
        <tbody>
          {lines.map(({ reason, from, to }) => (
            <tr key={reason.part}>
              <th scope="row">{partLabel(reason)}</th>
              <td>{codeLabel(reason)}</td>
              <td class={styles.track} aria-hidden="true">
                <div
                  class={styles.bar}
                  data-against={reason.bits < 0 ? '' : undefined}
                  style={{ insetInlineStart: at(Math.min(from, to)), width: width(from, to) }}
                />
              </td>
              <td class={styles.bits}>{signed(reason.bits)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(duplicateTexts.reasonsSum)}</th>
            <td />
            <td />
            <td class={styles.bits}>{signed(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function signed(bits: number): string {
  const figures = Math.abs(bits).toFixed(1);
  return bits < 0 ? `−${figures}` : `+${figures}`;
}
