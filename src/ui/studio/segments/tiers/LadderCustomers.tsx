import type { LadderGroup, LadderSettings, LadderView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { language, t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { useLadder } from './useLadder.ts';
import { levelNames, measureText } from './words.ts';

/** The customers behind one number of the ladder that is tried. */
export function LadderCustomers({ group }: { group: LadderGroup }) {
  const { view, settings } = useLadder();
  if (!settings || !view) return null;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'tiers' }}
      back={t(tierTexts.back)}
      title={titleOf(group, settings, view)}
      why={group.is === 'grace' || group.is === 'loss' ? t(tierTexts.graceWhy) : undefined}
      nobody={t(tierTexts.nobody)}
      of={JSON.stringify([group, settings])}
      load={(offset, limit) => engine.ladderCustomers({ settings, group, offset, limit })}
    />
  );
}

function titleOf(group: LadderGroup, settings: LadderSettings, { kind, currency }: LadderView): string {
  switch (group.is) {
    case 'level':
      return levelNames(settings)[group.rank] ?? '';
    case 'band':
      return t(tierTexts.bandTitle, { name: levelNames(settings)[group.rank] ?? '' });
    case 'loss':
      return t(tierTexts.lossTitle, { day: formatDay(language.value, group.day) });
    case 'values': {
      const text = (value: number) => measureText(value, kind ?? 'number', currency);
      return group.to === Number.POSITIVE_INFINITY
        ? t(tierTexts.valuesAbove, { from: text(group.from) })
        : t(tierTexts.valuesTitle, { from: text(group.from), to: text(group.to) });
    }
    case 'flipped':
      return t(tierTexts.flipped);
    default:
      return t(tierTexts[`${group.is}Title`]);
  }
}
