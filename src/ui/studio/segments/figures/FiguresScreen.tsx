import { useEffect, useState } from 'preact/hooks';
import type { FiguresGroup, FiguresView } from '../../../../engine/index.ts';
import { figuresTexts } from '../../../../i18n/figures.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { FiguresPage } from './FiguresPage.tsx';
import { choice } from './state.ts';
import { figuresGroupOf, periodName } from './words.ts';

/** Figures: the page, or the customers behind the number that the address names. */
export function FiguresScreen({ what }: { what: string }) {
  const group = figuresGroupOf(what);
  return group ? <Behind key={what} group={group} /> : <FiguresPage />;
}

function Behind({ group }: { group: FiguresGroup }) {
  const [view, setView] = useState<FiguresView | null>(null);
  const chosen = choice.value;
  useEffect(() => void engine.figures(chosen).then(setView, report), [chosen]);
  const point = view?.points[group.period];
  if (!point) return null;
  const period = periodName(point);
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'figures' }}
      back={t(figuresTexts.back)}
      title={
        group.is === 'cohort'
          ? t(figuresTexts.behindCohort, { period, later: group.later })
          : t(figuresTexts.behind, { what: t(figuresTexts[group.is]), period })
      }
      why={chosen.of || undefined}
      nobody={t(figuresTexts.nobody)}
      of={JSON.stringify([group, chosen])}
      load={(offset, limit) => engine.figuresCustomers({ choice: chosen, group, offset, limit })}
    />
  );
}
