import { formatDay } from '../../../../i18n/index.ts';
import { timeTexts } from '../../../../i18n/time.ts';
import { language, t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { TimePage } from './TimePage.tsx';
import { readTurns, type Turns } from './words.ts';

/** What time alone will change: the page, or the customers behind the number that the address names. */
export function TimeScreen({ what }: { what: string }) {
  const turns = readTurns(what);
  if (!turns) return <TimePage />;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'time' }}
      back={t(timeTexts.back)}
      title={titleOf(turns)}
      nobody={t(timeTexts.nobody)}
      of={what}
      load={(offset, limit) => engine.turnsCustomers({ ...turns, offset, limit })}
    />
  );
}

function titleOf({ day, name, show }: Turns): string {
  const on = formatDay(language.value, day);
  if (name === '') return t(timeTexts.behindDay, { day: on });
  return t(timeTexts[show === 'enters' ? 'behindEnters' : 'behindLeaves'], { name, day: on });
}
