import type { Proof } from '../../../rules/index.ts';
import { LevelTable } from './LevelTable.tsx';
import { Lines } from './Line.tsx';

/** A proof line by line; of a tier, what it goes by and its levels. */
export function ProofTree({ proof }: { proof: Proof }) {
  return (
    <>
      <Lines lines={[proof.line]} />
      {proof.levels.length > 0 && <LevelTable proof={proof} />}
    </>
  );
}
