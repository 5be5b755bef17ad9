import { ChevronRight } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { formatDay, formatMoney } from '../../../i18n/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import type { ProofLine, RowsUsed } from '../../../rules/index.ts';
import { Icon, t } from '../../kit/index.ts';
import { useProof } from './context.ts';
import styles from './Proof.module.css';
import { describeWindow, rowValue } from './verdict.ts';

/** Which rows an aggregate looked at; pressing it lists those that counted. */
export function RowsOfLine({ rows, kind, text }: { rows: RowsUsed; kind: ProofLine['kind']; text: string }) {
  const id = useId();
  const { wording } = useProof();
  const [open, setOpen] = useState(false);
  const said = describeWindow(rows);
  if (rows.rows.length === 0) return <p class={styles.note}>{said}</p>;
  // amounts are shown once: where they are what the aggregate took, the value says nothing more
  const valued = rows.rows.some(each => each.value !== null && each.value !== each.amount);
  const priced = rows.rows.some(each => each.amount !== null);
  return (
    <div class={styles.rows}>
      <button
        type="button"
        class={styles.rowsToggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span class={styles.arrow}>
          <Icon of={ChevronRight} size={12} />
        </span>
        {said}
      </button>
      <div id={id} hidden={!open}>
        {open && (
          <table class={styles.rowsTable}>
            <caption class="visually-hidden">{text}</caption>
            <thead>
              <tr>
                <th scope="col">{t(proofTexts.day)}</th>
                {priced && <th scope="col">{t(proofTexts.amount)}</th>}
                {valued && <th scope="col">{t(proofTexts.value)}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.rows.map(each => (
                <tr key={each.index}>
                  <td>{formatDay(wording.language, each.day)}</td>
                  {priced && (
                    <td>
                      {each.amount === null
                        ? ''
                        : formatMoney(wording.language, each.amount, wording.currency)}
                    </td>
                  )}
                  {valued && <td>{rowValue(each.value, kind, wording)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {open && rows.rows.length < rows.counted && (
          <p class={styles.note}>{t(proofTexts.rowsShown, { count: rows.rows.length })}</p>
        )}
      </div>
    </div>
  );
}
