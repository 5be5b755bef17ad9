import type { Override } from '../../../domain/index.ts';
import { moveTexts } from '../../../i18n/moves.ts';
import { connectEngine } from '../../../shell/index.ts';
import { describeProblem, t, toast } from '../../kit/index.ts';

/** Takes a decision back and offers to make it again. */
export async function takeMoveBack(override: Override, onChanged: () => void): Promise<void> {
  const engine = connectEngine();
  await engine.takeMovesBack([override.id]);
  onChanged();
  const { customer, kind, rule, to, reason, author, until, reviewOn } = override;
  const again = { customers: [customer], kind, rule, to, reason, author, until, reviewOn };
  toast(t(moveTexts.takenBack), {
    undo: () =>
      void engine.moveCustomers(again).then(onChanged, error => {
        toast(describeProblem(error), { tone: 'error' });
      }),
  });
}
