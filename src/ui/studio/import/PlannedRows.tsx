import { fieldOf, type Order, type OwnField } from '../../../domain/index.ts';
import type { DryRun, PlannedCustomer, PlannedValue } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { formatDay, formatMoney, formatShare } from '../../../i18n/index.ts';
import { formatField, language, t } from '../../kit/index.ts';
import { hashOf } from '../route.ts';
import { count, listOf } from '../words.ts';
import styles from './PlannedRows.module.css';
import { NoRows, RowTable } from './RowTable.tsx';

/** The customers whom an import adds. */
export function CreatedRows({ run }: { run: DryRun }) {
  if (run.created.length === 0) return <NoRows>{t(dryRunTexts.none)}</NoRows>;
  const head = [
    dryRunTexts.name,
    dryRunTexts.company,
    dryRunTexts.email,
    dryRunTexts.phone,
    dryRunTexts.brings,
  ];
  return (
    <RowTable
      label={t(dryRunTexts.newcomers)}
      shown={run.created.length}
      total={run.newCustomers}
      head={head.map(each => t(each))}
    >
      {run.created.map((customer, at) => (
        <tr key={at}>
          <td class={styles.name}>{customer.name}</td>
          <td>{customer.company}</td>
          <td>{customer.email}</td>
          <td>{customer.phone}</td>
          <td class={styles.quiet}>{bringsOf(customer)}</td>
        </tr>
      ))}
    </RowTable>
  );
}

/** The customers of the base of whom the files tell, with every value that becomes another. */
export function MatchedRows({
  run,
  own,
  currency,
}: {
  run: DryRun;
  own: readonly OwnField[];
  currency: string;
}) {
  if (run.matched.length === 0) return <NoRows>{t(dryRunTexts.none)}</NoRows>;
  return (
    <RowTable
      label={t(dryRunTexts.matched)}
      shown={run.matched.length}
      total={run.matchedCustomers}
      head={[t(dryRunTexts.name), t(dryRunTexts.saysNew), t(dryRunTexts.brings)]}
    >
      {run.matched.map((customer, at) => (
        <tr key={at}>
          <td class={styles.name}>
            <CustomerLink id={customer.id} name={customer.name} />
          </td>
          <td>
            {customer.changes.length === 0 && <span class={styles.quiet}>{t(dryRunTexts.saysNothing)}</span>}
            {customer.changes.map((change, place) => (
              <Changed key={place} change={change} own={own} currency={currency} />
            ))}
          </td>
          <td class={styles.quiet}>{bringsOf(customer)}</td>
        </tr>
      ))}
    </RowTable>
  );
}

function Changed({
  change,
  own,
  currency,
}: {
  change: PlannedValue;
  own: readonly OwnField[];
  currency: string;
}) {
  const field = fieldOf('customer', change.field, own);
  const show = (value: string | number) => formatField(field, value, currency);
  return (
    <span class={styles.change}>
      <span class={styles.quiet}>{field[language.value]}</span>{' '}
      {change.before !== '' && (
        <>
          <del>{show(change.before)}</del>
          {' → '}
        </>
      )}
      {change.before === '' ? `+ ${show(change.after)}` : show(change.after)}
    </span>
  );
}

/** Whose interactions come in, of the first customers. */
export function InteractionRows({ run }: { run: DryRun }) {
  const theirs = [...run.created, ...run.matched].filter(({ interactions }) => interactions > 0);
  return (
    <RowTable
      label={t(dryRunTexts.interactions, { count: run.interactions })}
      shown={theirs.reduce((sum, { interactions }) => sum + interactions, 0)}
      total={run.interactions}
      head={[t(dryRunTexts.name), t(dryRunTexts.company), t(dryRunTexts.brings)]}
    >
      {theirs.map((customer, at) => (
        <tr key={at}>
          <td class={styles.name}>
            <CustomerLink id={customer.id} name={customer.name} />
          </td>
          <td>{customer.company}</td>
          <td class={styles.quiet}>{bringsOf(customer)}</td>
        </tr>
      ))}
    </RowTable>
  );
}

/** The orders of the base that the files replace. */
export function ReplacedRows({ run, currency }: { run: DryRun; currency: string }) {
  if (run.replaced.length === 0) return <NoRows>{t(dryRunTexts.replacedNone)}</NoRows>;
  const words = ({ day, amount, product }: Order) =>
    [formatDay(language.value, day), formatMoney(language.value, amount, currency), product]
      .filter(part => part !== '')
      .join(' · ');
  return (
    <RowTable
      label={t(dryRunTexts.order)}
      hint={t(dryRunTexts.replacedHint)}
      shown={run.replaced.length}
      total={run.replacedOrders}
      head={[t(dryRunTexts.order), t(dryRunTexts.name), t(dryRunTexts.asItIs), t(dryRunTexts.asItWillBe)]}
    >
      {run.replaced.map(({ customer, name, before, after }, at) => (
        <tr key={at}>
          <td>{after.number}</td>
          <td class={styles.name}>
            <CustomerLink id={customer} name={name} />
          </td>
          <td class={styles.quiet}>{words(before)}</td>
          <td>{words(after)}</td>
        </tr>
      ))}
    </RowTable>
  );
}

/** New customers who may be somebody else of the base or of the files. */
export function MergeRows({ run: { merging, newCustomers } }: { run: DryRun }) {
  const { pairs, count: total, looked } = merging;
  const hint =
    looked < newCustomers ? t(dryRunTexts.mergeLooked, { count: looked }) : t(dryRunTexts.mergeHint);
  if (pairs.length === 0) return <NoRows>{looked < newCustomers ? hint : t(dryRunTexts.none)}</NoRows>;
  return (
    <RowTable
      label={t(dryRunTexts.merge)}
      hint={hint}
      shown={pairs.length}
      total={Math.max(total, pairs.length)}
      head={[t(dryRunTexts.incoming), t(dryRunTexts.mayBe), '', t(dryRunTexts.likely)]}
      figures={[3]}
    >
      {pairs.map(({ one, other, score }, at) => (
        <tr key={at}>
          <td>
            <Person customer={one} />
          </td>
          <td>
            <Person customer={other} />
          </td>
          <td class={styles.quiet}>{t(other.id === null ? dryRunTexts.inFiles : dryRunTexts.inBase)}</td>
          <td data-figure>{formatShare(language.value, Math.floor(score * 100) / 100)}</td>
        </tr>
      ))}
    </RowTable>
  );
}

function Person({ customer }: { customer: PlannedCustomer }) {
  const { id, name, company, email, phone } = customer;
  const more = [company === name ? '' : company, email === name ? '' : email, phone].filter(
    part => part !== '',
  );
  return (
    <>
      <span class={styles.name}>
        <CustomerLink id={id} name={name} />
      </span>
      <span class={styles.more}>{more.join(' · ')}</span>
    </>
  );
}

/** What the published rules would say otherwise, by rule and by customer. */
export function EffectRows({ run: { effect } }: { run: DryRun }) {
  if (!effect) return <NoRows>{t(dryRunTexts.effectUnknown)}</NoRows>;
  const moved = effect.declarations.filter(each => each.enters + each.leaves + each.newcomers > 0);
  return (
    <>
      {moved.length > 0 && (
        <RowTable
          label={t(dryRunTexts.rule)}
          hint={t(dryRunTexts.effectHint)}
          shown={moved.length}
          total={moved.length}
          head={[t(dryRunTexts.rule), t(dryRunTexts.enters), t(dryRunTexts.leaves), t(dryRunTexts.newcomers)]}
          figures={[1, 2, 3]}
        >
          {moved.map(({ kind, name, enters, leaves, newcomers }) => (
            <tr key={`${kind} ${name}`}>
              <td class={styles.name}>{name}</td>
              <td data-figure>{enters === 0 ? '' : `+${count(enters)}`}</td>
              <td data-figure>{leaves === 0 ? '' : `−${count(leaves)}`}</td>
              <td data-figure>{newcomers === 0 ? '' : `+${count(newcomers)}`}</td>
            </tr>
          ))}
        </RowTable>
      )}
      {effect.customers.length === 0 ? (
        <NoRows>{t(dryRunTexts.effectNone)}</NoRows>
      ) : (
        <RowTable
          label={t(dryRunTexts.changes, { count: effect.changed })}
          {...(moved.length === 0 && { hint: t(dryRunTexts.effectHint) })}
          shown={effect.customers.length}
          total={effect.changed}
          head={[t(dryRunTexts.name), t(dryRunTexts.company), t(dryRunTexts.whatChanges)]}
        >
          {effect.customers.map(({ id, name, company, moves }) => (
            <tr key={id}>
              <td class={styles.name}>
                <CustomerLink id={id} name={name} />
              </td>
              <td>{company}</td>
              <td>{listOf(moves.map(moveWords))}</td>
            </tr>
          ))}
        </RowTable>
      )}
    </>
  );
}

type Move = NonNullable<DryRun['effect']>['customers'][number]['moves'][number];

function moveWords({ kind, name, from, to }: Move): string {
  if (kind === 'tier') {
    const none = t(dryRunTexts.noLevel);
    return t(dryRunTexts.move, { rule: name, from: from ?? none, to: to ?? none });
  }
  return t(to === null ? dryRunTexts.loses : dryRunTexts.gains, { rule: name });
}

function CustomerLink({ id, name }: { id: string | null; name: string }) {
  if (id === null) return <>{name}</>;
  return (
    <a href={hashOf({ screen: 'customers', id })} target="_blank" rel="noreferrer">
      {name || id}
    </a>
  );
}

function bringsOf({ orders, interactions }: PlannedCustomer): string {
  const parts = [
    orders > 0 ? t(dryRunTexts.bringsOrders, { count: orders }) : '',
    interactions > 0 ? t(dryRunTexts.bringsInteractions, { count: interactions }) : '',
  ];
  return listOf(parts.filter(part => part !== ''));
}
