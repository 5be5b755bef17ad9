import type { NextGroup, NextHit } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { language, t } from '../../../kit/index.ts';
import { expectedText } from '../../../panel/NextPurchase.tsx';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { tried } from '../tried.ts';
import { NextPage } from './NextPage.tsx';
import { potentialCustomers } from './potential.ts';
import { groupOf, potentialWord } from './words.ts';

const from = { screen: 'segments', id: 'next' } as const;

/** Next purchases: the page, or the customers behind the number that the address names. */
export function NextScreen({ what }: { what: string }) {
  if (what === potentialWord) return <PotentialCustomers />;
  const group = groupOf(what);
  return group ? <GroupCustomers key={what} group={group} /> : <NextPage />;
}

function GroupCustomers({ group }: { group: NextGroup }) {
  const { answer: view } = useLatest('view', () => engine.nextPurchases(tried.next.peek()), report);
  if (!view) return null;
  const { settings, asOf } = view;
  return (
    <CustomersBehind
      from={from}
      back={t(nextTexts.back)}
      title={titleOf(group, asOf)}
      nobody={t(nextTexts.nobody)}
      of={JSON.stringify([group, settings])}
      load={(offset, limit) => engine.nextCustomers({ settings, group, offset, limit })}
      detail={{ head: t(nextTexts.nextPurchase), of: (hit: NextHit) => expectedText(hit) }}
    />
  );
}

function PotentialCustomers() {
  return (
    <CustomersBehind
      from={from}
      back={t(nextTexts.back)}
      title={t(nextTexts.potential)}
      why={t(nextTexts.potentialHint)}
      nobody={t(nextTexts.nobody)}
      of={potentialWord}
      load={potentialCustomers}
    />
  );
}

function titleOf(group: NextGroup, asOf: number): string {
  const day = (value: number) => formatDay(language.value, value);
  switch (group.is) {
    case 'ahead': {
      const first = asOf + 7 * group.week;
      return t(nextTexts.weekTitle, { from: day(first), to: day(first + 6) });
    }
    case 'basis':
      return t(nextTexts[`basis${group.basis}`]);
    case 'changed':
      return t(nextTexts.changedTitle);
    default:
      return t(nextTexts[group.is]);
  }
}
