import type { World } from '../../../rules/index.ts';
import { check, parse, type ReferenceEntry } from '../../../rules/index.ts';
import { formatValue } from '../../kit/index.ts';

const world: World = { currency: 'CNY', dictionary: () => null };

/** What an example comes to, as its kind is written: a level, yes or no, a number with its unit. */
export function givenValue({ example, whole, gives }: ReferenceEntry): string {
  if (typeof gives === 'boolean') return formatValue('flag', Number(gives), world.currency);
  const [first] = check(parse(whole ? example : `metric x = ${example}`), world).declarations;
  const kind = first?.kind === 'metric' ? first.value.kind : 'number';
  return formatValue(kind, gives, world.currency);
}
