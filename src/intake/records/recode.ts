import type { Day, OwnField, Recode } from '../../domain/index.ts';
import { DateEvidence } from '../clean/dateOrder.ts';
import { noValues, plainText, readerOf } from './values.ts';

export interface RecodeOptions {
  readonly currency: string;
  readonly today: Day;
  /** Values of the field: what they say of the order of year, month and day. */
  readonly examples: readonly string[];
}

/** Reads the values of a field anew as an import reads a column that goes to `to`. */
export function recoderOf(from: OwnField, to: OwnField, { examples, ...options }: RecodeOptions): Recode {
  const evidence = new DateEvidence(options.today);
  for (const each of examples) evidence.add(each);
  const put = readerOf(to.of, to.id, { ...options, order: evidence.order, own: [to] });
  const isText = from.kind === 'text' || from.kind === 'texts';
  return (value, raw = '') => {
    const plain = plainText(from, value, options.currency);
    // what a number was read from says more than the number, while of a text nothing is lost
    for (const cell of isText || raw === '' ? [plain] : [raw, plain]) {
      const values = noValues();
      const fault = put(cell, values);
      const read = values.texts[to.id] ?? values.numbers[to.id];
      if (!fault && read !== undefined) return read;
    }
    return null;
  };
}
