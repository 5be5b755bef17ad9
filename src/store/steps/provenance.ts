import type { Origin, Provenance } from '../../domain/index.ts';
import type { Tables } from '../tables.ts';
import { Aliases } from './aliases.ts';
import { contributionOf, fieldsOf, type Traced } from './history.ts';
import { OpenBase } from './open.ts';

/** Where each value of a customer came from; null where there is no such customer. */
export async function readProvenance(tables: Tables, id: string): Promise<Provenance | null> {
  const open = await OpenBase.open(tables);
  const aliases = await Aliases.read(tables);
  const entry = await open.get(aliases.of(id).id);
  return entry && provenanceOf(entry, aliases);
}

/** The origins of all values that are not blank. A value that came by a merge has the origin it had before. */
export function provenanceOf(traced: Traced, aliases: Aliases): Provenance {
  const found: Record<string, Origin> = {};
  for (const [field, value] of Object.entries(fieldsOf(traced.customer))) {
    if (field === 'updatedAt' || value === null || value === '') continue;
    if (!Array.isArray(value)) found[field] = originOf(traced, aliases, field);
    else {
      for (const each of value) {
        const entry = typeof each === 'string' ? each : each.tag;
        found[`${field}:${entry}`] = originOf(traced, aliases, field, entry);
      }
    }
  }
  return found;
}

function originOf({ customer, history }: Traced, aliases: Aliases, field: string, entry?: string): Origin {
  const by = contributionOf(history, field, entry);
  if (!by) {
    const raw = history.raws?.[field];
    return {
      source: customer.source,
      step: history.made ?? 0,
      at: customer.createdAt,
      ...(raw !== undefined && { raw }),
    };
  }
  const merged = aliases.merges.find(({ id }) => id === by.merge);
  if (merged) return originOf(merged.dropped, aliases, field, entry);
  const raw = by.raws?.[field];
  return { source: by.source, step: by.step, at: by.at, ...(raw !== undefined && { raw }) };
}
