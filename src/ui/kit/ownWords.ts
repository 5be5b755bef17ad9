import type { Field, Interaction, Order } from '../../domain/index.ts';
import { formatValue, language } from './language.ts';

/** What the workspace's own fields say of an order or interaction: '优惠券 满减'. */
export function ownWords(
  { columns = {} }: Order | Interaction,
  own: readonly Field[],
  currency: string,
): string[] {
  return own.flatMap(field => {
    const value = columns[field.id];
    return value === undefined
      ? []
      : [`${field[language.value]} ${formatValue(field.kind, value, currency)}`];
  });
}
