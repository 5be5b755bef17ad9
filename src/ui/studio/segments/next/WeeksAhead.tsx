import type { NextView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { language, t } from '../../../kit/index.ts';
import { CountBars } from '../CountBars.tsx';
import { shortDay } from '../shortDay.ts';
import { groupHash } from './words.ts';

/** How many customers are expected in each of the next weeks. */
export function WeeksAhead({ view }: { view: NextView }) {
  const { weeks, asOf } = view;
  const day = (value: number) => formatDay(language.value, value);
  return (
    <CountBars
      label={t(nextTexts.weeks)}
      heading={t(nextTexts.weekHeading)}
      bars={weeks.map((customers, week) => {
        const first = asOf + 7 * week;
        return {
          short: shortDay(first),
          name: t(nextTexts.weekTitle, { from: day(first), to: day(first + 6) }),
          customers,
          hash: groupHash({ is: 'ahead', week }),
        };
      })}
    />
  );
}
