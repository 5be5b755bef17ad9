import type { Untraceable, WriteOptions } from '../model.ts';
import { stopIfCancelled } from '../problems.ts';
import type { Tables } from '../tables.ts';
import { type Contribution, withoutContributions } from './history.ts';
import { unmergeAll } from './merging.ts';
import { OpenBase } from './open.ts';
import { undoImport } from './undo.ts';

/**
 * Brings the base back to what was known at a moment, inside a transaction that is taken back afterwards: merges,
 * imports and entries by hand that came later are taken out, the latest first. `done` of `total` steps.
 */
export async function goBackTo(
  tables: Tables,
  moment: number,
  { signal, onProgress }: WriteOptions,
): Promise<void> {
  const merges = await tables.merges.filter(({ at }) => at > moment).primaryKeys();
  const imports = await tables.imports.filter(record => isAfter(record, moment)).primaryKeys();
  const total = imports.length + 1 + +(merges.length > 0);
  let done = 0;
  const step = async (work: Promise<unknown>) => {
    stopIfCancelled(signal);
    await work;
    onProgress?.(++done, total);
  };
  if (merges.length > 0) await step(unmergeAll(tables, merges.reverse()));
  await step(withoutHands(tables, moment));
  for (const id of imports.reverse()) await step(undoImport(tables, id, moment));
}

/** Whether anything that can be taken out again came after a moment. */
export async function isKnownSince(
  tables: Pick<Tables, 'merges' | 'imports' | 'labels'>,
  moment: number,
): Promise<boolean> {
  const merged = await tables.merges.filter(({ at }) => at > moment).count();
  const imported = await tables.imports.filter(record => isAfter(record, moment)).count();
  if (merged + imported > 0) return true;
  const changed = await tables.labels.filter(record => record.changed.some(at => at > moment)).count();
  return changed > 0;
}

/** What came after a moment and cannot be taken out. */
export async function untraceableSince(
  tables: Pick<Tables, 'imports'>,
  moment: number,
  erased: readonly { readonly at: number; readonly people: number }[],
): Promise<Untraceable> {
  const imports = await tables.imports.toArray();
  return {
    undone: imports.flatMap(({ fileName, at, undoneAt }) =>
      undoneAt !== undefined && undoneAt > moment && at <= moment ? [{ fileName, at: undoneAt }] : [],
    ),
    mended: imports.flatMap(({ fileName, at, mendedAt, undoneAt }) =>
      mendedAt !== undefined && mendedAt > moment && at <= moment && undoneAt === undefined
        ? [{ fileName, at: mendedAt }]
        : [],
    ),
    erased: erased.reduce((sum, { at, people }) => sum + (at > moment ? people : 0), 0),
  };
}

function isAfter(
  { at, undoneAt, currencyBefore }: { at: number; undoneAt?: number; currencyBefore?: string },
  moment: number,
): boolean {
  return at > moment && undoneAt === undefined && currencyBefore !== undefined;
}

/** Takes out what people entered after a moment: customers they added, values they gave. */
async function withoutHands(tables: Tables, moment: number): Promise<void> {
  const open = await OpenBase.open(tables);
  const isLater = ({ step, at, merge }: Contribution) => step === 0 && merge === undefined && at > moment;
  for (const { chunk, changed } of await tables.labels.toArray()) {
    if (!changed.some(at => at > moment)) continue;
    for (const entry of await open.entries(chunk)) {
      const { customer, history } = entry;
      if (customer.createdAt > moment && !history.made) open.remove(customer.id);
      else if (history.later?.some(isLater)) {
        open.put({ ...entry, ...withoutContributions(entry, each => !isLater(each)) });
      }
    }
    await open.close(chunk);
  }
  await open.write();
}
