import type { Column, Facts, Frame } from '../../src/domain/index.ts';
import {
  type Checked,
  check,
  evaluate,
  mutantsOf,
  parse,
  type Run,
  type World,
} from '../../src/rules/index.ts';
import { asOf } from './engine-base.ts';

/** Milliseconds from the changed text to the members of the changed rule, for every small edit of the text. */
export function editTimes(text: string, world: World, frame: Frame, last: Run): number[] {
  return mutantsOf(text).flatMap(edit => {
    const begin = performance.now();
    const checked = check(parse(edit.text), world);
    const run = evaluate(checked, frame, { asOf, reuse: last });
    const result = run.results.find(({ name }) => name === edit.name);
    if (result && 'bits' in result) result.bits.count();
    const took = performance.now() - begin;
    return hasErrors(checked) ? [] : [took];
  });
}

/**
 * Milliseconds for small edits spread over a text of 500 declarations: from the changed text to its tree, and on to
 * its notes.
 */
export function markerTimes(
  fifty: string,
  world: World,
): { readonly parsed: number[]; readonly noted: number[] } {
  const text = Array.from({ length: 10 }, (_, copy) => renamed(fifty, copy)).join('\n');
  const checked = check(parse(text), world);
  if (checked.declarations.length !== 500 || hasErrors(checked)) throw new Error('not 500 declarations');
  const edits = mutantsOf(text);
  const step = Math.ceil(edits.length / 100);
  const parsed: number[] = [];
  const noted: number[] = [];
  for (let index = 0; index < edits.length; index += step) {
    const begin = performance.now();
    const tree = parse(edits[index]!.text);
    parsed.push(performance.now() - begin);
    check(tree, world);
    noted.push(performance.now() - begin);
  }
  return { parsed, noted };
}

/** The text with a number after each name that it declares; texts in quotes stay. */
function renamed(text: string, copy: number): string {
  const names = parse(text).declarations.map(({ name }) => name.text);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}"])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replaceAll(whole, `$1${copy}`);
}

/**
 * Milliseconds to decide every rule for one customer by itself, against the statistics of the whole base: means of
 * twenty, for a page's clock is too coarse for one. Throws where that comes to anything else than for all at once.
 */
export function updateTimes(checked: Checked, frame: Frame, whole: Run): number[] {
  const together = 20;
  const step = Math.floor(frame.size / 500);
  return Array.from({ length: 25 }, (_, round) => {
    const rows = Array.from({ length: together }, (_, index) => (round * together + index) * step);
    const own = rows.map(row => customerAt(frame, row));
    const begin = performance.now();
    const runs = own.map(each => evaluate(checked, each, { asOf, population: whole.population }));
    const took = (performance.now() - begin) / together;
    for (const [index, row] of rows.entries()) assertAlone(row, runs[index]!, whole);
    return took;
  });
}

function assertAlone(row: number, alone: Run, whole: Run): void {
  alone.results.forEach((result, at) => {
    const all = whole.results[at]!;
    const same =
      'bits' in result && 'bits' in all
        ? result.bits.has(0) === all.bits.has(row)
        : alone.value(result.name, 0) === whole.value(result.name, row);
    if (!same) throw new Error(`${result.name} differs for customer ${row} alone`);
  });
}

function customerAt(frame: Frame, row: number): Frame {
  return {
    size: 1,
    customers: columnsAt(frame.customers, row, row + 1),
    orders: factsAt(frame.orders, row),
    interactions: factsAt(frame.interactions, row),
  };
}

function factsAt({ offsets, day, columns }: Facts, row: number): Facts {
  const [start, end] = [offsets[row]!, offsets[row + 1]!];
  return {
    offsets: Uint32Array.of(0, end - start),
    day: day.slice(start, end),
    columns: columnsAt(columns, start, end),
  };
}

function columnsAt<Of extends Column>(
  columns: Readonly<Record<string, Of>>,
  start: number,
  end: number,
): Record<string, Of> {
  const cut = (column: Column): Column => {
    if (column.form === 'numeric') return { ...column, values: column.values.slice(start, end) };
    if (column.form === 'coded') return { ...column, codes: column.codes.slice(start, end) };
    throw new Error('no columns of several texts in this base');
  };
  return Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, cut(column) as Of]));
}

function hasErrors({ notes }: Checked): boolean {
  return notes.some(({ severity }) => severity === 'error');
}
