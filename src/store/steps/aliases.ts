import type { MergeRow, Tables } from '../tables.ts';

/** Which customer somebody is by now, and the merge through which he is found there (0 = none). */
export interface Alias {
  readonly id: string;
  readonly part: number;
}

/** The merges that stand: who was taken into whom. */
export class Aliases {
  readonly #byDrop = new Map<string, MergeRow>();
  readonly #byKeep = new Map<string, MergeRow[]>();

  constructor(merges: readonly MergeRow[]) {
    for (const merge of merges) this.add(merge);
  }

  /** Reads all merges. */
  static async read(tables: Pick<Tables, 'merges'>): Promise<Aliases> {
    return new Aliases(await tables.merges.toArray());
  }

  get merges(): readonly MergeRow[] {
    return [...this.#byDrop.values()];
  }

  add(merge: MergeRow): void {
    this.#byDrop.set(merge.drop, merge);
    const others = this.#byKeep.get(merge.keep);
    if (others) others.push(merge);
    else this.#byKeep.set(merge.keep, [merge]);
  }

  remove({ id, keep, drop }: MergeRow): void {
    this.#byDrop.delete(drop);
    const others = this.#byKeep.get(keep) ?? [];
    this.#byKeep.set(
      keep,
      others.filter(each => each.id !== id),
    );
  }

  /** The customer under whom that id is found. */
  of(id: string): Alias {
    const part = this.#byDrop.get(id)?.id ?? 0;
    let current = id;
    for (let merge = this.#byDrop.get(id); merge; merge = this.#byDrop.get(current)) current = merge.keep;
    return { id: current, part };
  }

  /** The merges through which others came to a customer, directly or through somebody it took in. */
  into(id: string): MergeRow[] {
    return (this.#byKeep.get(id) ?? []).flatMap(merge => [merge, ...this.into(merge.drop)]);
  }
}
