import type { MergeRow, Tables } from '../tables.ts';

/** Which customer somebody is by now, and the merge through which he is found there (0 = none). */
export interface Alias {
  readonly id: string;
  readonly part: number;
}

/** The merges that stand: who was taken into whom. */
export class Aliases {
  readonly merges: readonly MergeRow[];
  readonly #byDrop: ReadonlyMap<string, MergeRow>;

  constructor(merges: readonly MergeRow[]) {
    this.merges = merges;
    this.#byDrop = new Map(merges.map(merge => [merge.drop, merge]));
  }

  /** Reads all merges. */
  static async read(tables: Pick<Tables, 'merges'>): Promise<Aliases> {
    return new Aliases(await tables.merges.toArray());
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
    return this.merges.filter(({ keep }) => keep === id).flatMap(merge => [merge, ...this.into(merge.drop)]);
  }
}
