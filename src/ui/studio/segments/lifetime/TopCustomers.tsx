import type { LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { roundMoney, Table, t } from '../../../kit/index.ts';
import { hashOf } from '../../route.ts';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { groupHash } from './words.ts';

/** Who is worth most, each with the range of the value. */
export function TopCustomers({ view }: { view: LifetimeView }) {
  const { top, customers, currency } = view;
  const money = (minor: number) => roundMoney(minor, currency);
  const numeric = (label: string) => ({ label, isNumeric: true });
  return (
    <ModelCard title={t(lifetimeTexts.top)} hint={t(lifetimeTexts.topHint)}>
      <Table
        label={t(lifetimeTexts.top)}
        columns={[
          { label: t(lifetimeTexts.customer) },
          numeric(t(lifetimeTexts.value)),
          numeric(t(lifetimeTexts.interval)),
          numeric(t(lifetimeTexts.pAlive)),
          numeric(t(lifetimeTexts.purchases)),
          numeric(t(lifetimeTexts.spend)),
        ]}
        rows={top.map(({ id, name, email, phone, value, interval, alive, purchases, spend }) => [
          <a key={id} href={hashOf({ screen: 'customers', id })}>
            {name || email || phone || id}
          </a>,
          money(value),
          interval ? t(lifetimeTexts.range, { low: money(interval.low), high: money(interval.high) }) : '–',
          shareText(alive),
          count(Math.round(purchases * 10) / 10),
          money(spend),
        ])}
      />
      <p class={model.foot}>
        <a href={groupHash({ is: 'top' })}>{t(lifetimeTexts.topAll, { count: customers })}</a>
      </p>
    </ModelCard>
  );
}
