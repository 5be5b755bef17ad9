import { proofTexts } from '../../../i18n/proof.ts';
import type { Proof } from '../../../rules/index.ts';
import { t } from '../../kit/index.ts';
import { LevelTable } from './LevelTable.tsx';
import { Lines } from './Line.tsx';
import styles from './Proof.module.css';

/** A proof line by line; of a tier, what it goes by and its levels. */
export function ProofTree({ proof }: { proof: Proof }) {
  return (
    <>
      {proof.byHand && <p class={styles.byHand}>{t(proofTexts.byHand)}</p>}
      <Lines lines={[proof.line]} />
      {proof.levels.length > 0 && <LevelTable proof={proof} />}
    </>
  );
}
