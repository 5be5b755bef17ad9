import { ArrowDown, CircleCheck, CircleX, type IconNode, ShieldCheck } from 'lucide';
import { proofTexts } from '../../../i18n/proof.ts';
import { whyTexts } from '../../../i18n/why.ts';
import { describeLevel, describeValue, type LevelProof, type Proof } from '../../../rules/index.ts';
import { t } from '../../kit/index.ts';
import { useProof } from './context.ts';
import { Glyph } from './Mark.tsx';
import styles from './Proof.module.css';

const icons: Record<LevelProof['outcome'], IconNode> = {
  entered: CircleCheck,
  kept: ShieldCheck,
  otherwise: CircleCheck,
  missed: CircleX,
  below: ArrowDown,
};

/** The levels of a tier from the highest: what each asks for, and what became of it. */
export function LevelTable({ proof }: { proof: Proof }) {
  const { wording } = useProof();
  const keeps = proof.levels.some(level => level.keep);
  const bound = (line: LevelProof['from']) =>
    line && describeValue({ ...line, kind: proof.line.kind }, wording);
  return (
    <>
      <table class={styles.levels}>
        <caption class="visually-hidden">{t(proofTexts.levels)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(proofTexts.level)}</th>
            <th scope="col">{t(proofTexts.from)}</th>
            {keeps && <th scope="col">{t(proofTexts.keep)}</th>}
            <th scope="col">{t(proofTexts.outcome)}</th>
          </tr>
        </thead>
        <tbody>
          {proof.levels.map(level => (
            <tr
              key={level.name}
              data-outcome={level.outcome}
              title={describeLevel(level, proof.line, wording)}
            >
              <th scope="row">{level.name}</th>
              <td>{bound(level.from)}</td>
              {keeps && <td>{bound(level.keep)}</td>}
              <td>
                <span class={styles.mark} data-verdict={level.outcome}>
                  <Glyph of={icons[level.outcome]} size={14} />
                  {t(proofTexts[level.outcome])}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {keeps && (
        <p class={styles.note}>{t(proofTexts.before, { level: proof.previous ?? t(whyTexts.noLevel) })}</p>
      )}
    </>
  );
}
