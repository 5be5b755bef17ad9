import type { ScoreGroup } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { baseKey } from '../baseKey.ts';
import { tried } from '../tried.ts';

/** The customers behind one number of the score that is tried. */
export function ScoreCustomers({ group }: { group: ScoreGroup }) {
  const { answer } = useLatest(
    baseKey(),
    async () => tried.score.peek() ?? (await engine.modelInForce('score')),
    report,
  );
  if (!answer) return null;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'tiers score' }}
      back={t(tierTexts.backScore)}
      title={
        group.is === 'tenth'
          ? t(tierTexts.tenthTitle, { from: group.at * 10, to: group.at * 10 + 10 })
          : t(tierTexts.scoreChangedTitle)
      }
      nobody={t(tierTexts.nobody)}
      of={JSON.stringify([group, answer])}
      load={(offset, limit) => engine.scoreCustomers({ settings: answer, group, offset, limit })}
    />
  );
}
