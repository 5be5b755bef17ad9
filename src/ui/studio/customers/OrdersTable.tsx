import { type Field, fieldOf, type Order, valueLabel } from '../../../domain/index.ts';
import { formatDay, formatMoney, formatNumber } from '../../../i18n/index.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { language, ownWords, t } from '../../kit/index.ts';
import { FactTable } from './FactTable.tsx';

/** What a customer has ordered, latest first. */
export function OrdersTable(props: { orders: readonly Order[]; ownFields: readonly Field[] }) {
  const { orders, ownFields } = props;
  const now = language.value;
  const label = (field: string) => fieldOf('order', field)[now];
  return (
    <FactTable
      title={t(customersTexts.orders)}
      none={t(customersTexts.noOrders)}
      heads={[label('day'), label('product'), label('status'), label('quantity'), label('amount')]}
      numeric={[3, 4]}
      rows={orders.map(order => [
        formatDay(now, order.day),
        [order.product || order.category, order.number, ...ownWords(order, ownFields, order.currency)]
          .filter(Boolean)
          .join(' · '),
        valueLabel(fieldOf('order', 'status'), order.status, now),
        Number.isNaN(order.quantity) ? '' : formatNumber(now, order.quantity),
        formatMoney(now, order.amount, order.currency),
      ])}
    />
  );
}
