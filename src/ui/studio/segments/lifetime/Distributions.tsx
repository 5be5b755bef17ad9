import type { LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { roundMoney, t } from '../../../kit/index.ts';
import { shareText } from '../../words.ts';
import { CountBars, tenthName } from '../CountBars.tsx';
import { groupHash, valueRange } from './words.ts';

/** How many customers are worth how much. */
export function ValuesChart({ view }: { view: LifetimeView }) {
  const { values, above, currency } = view;
  const counts = [...values.map(each => each.count), ...(above > 0 ? [above] : [])];
  return (
    <CountBars
      label={t(lifetimeTexts.values)}
      heading={t(lifetimeTexts.valueFrom)}
      bars={counts.map((customers, bin) => ({
        short: roundMoney(values[bin]?.from ?? values.at(-1)?.to ?? 0, currency),
        name: valueRange(view, bin),
        customers,
        hash: groupHash({ is: 'value', bin }),
      }))}
    />
  );
}

/** How many customers are how probably alive. */
export function AliveChart({ view }: { view: LifetimeView }) {
  return (
    <CountBars
      label={t(lifetimeTexts.aliveTenths)}
      heading={t(lifetimeTexts.pAlive)}
      bars={view.alive.map((customers, tenth) => ({
        short: tenthName(tenth),
        name: t(lifetimeTexts.range, { low: shareText(tenth / 10), high: shareText((tenth + 1) / 10) }),
        customers,
        hash: groupHash({ is: 'alive', tenth }),
      }))}
    />
  );
}
