import { LadderCustomers } from './LadderCustomers.tsx';
import { LadderPage } from './LadderPage.tsx';
import { ScoreCustomers } from './ScoreCustomers.tsx';
import { ScorePage } from './ScorePage.tsx';
import { groupOf, scoreGroupOf } from './words.ts';

/** Tiers: the ladder, the value score, or the customers behind the number that the address names. */
export function TiersScreen({ what }: { what: string }) {
  const scored = what.startsWith('score') ? scoreGroupOf(what) : null;
  if (scored) return <ScoreCustomers key={what} group={scored} />;
  if (what.startsWith('score')) return <ScorePage />;
  const group = groupOf(what);
  return group ? <LadderCustomers key={what} group={group} /> : <LadderPage />;
}
