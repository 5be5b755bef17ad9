import { FactRows } from '../../domain/index.ts';

type Kind = 'order' | 'interaction';

/** The orders or interactions of files as they come, each with the party that it belongs to. */
export class Collected<Of extends Kind> {
  readonly rows: FactRows<Of>;
  readonly #parties: number[] = [];

  constructor(kind: Of) {
    this.rows = new FactRows(kind);
  }

  /** The open row counts, as the party's. */
  keep(party: number, orderNumber: string): void {
    this.rows.keep(orderNumber);
    this.#parties.push(party);
  }

  /** The rows of each customer as they came; `ids`: whose a party's are. */
  byCustomer(ids: readonly string[]): Map<string, Uint32Array> {
    const places = new Map<string, number>();
    for (const id of ids) if (!places.has(id)) places.set(id, places.size);
    const placeOf = Uint32Array.from(ids, id => places.get(id)!);
    const ends = new Uint32Array(places.size);
    for (const party of this.#parties) ends[placeOf[party]!]!++;
    for (let place = 1; place < ends.length; place++) ends[place]! += ends[place - 1]!;
    const starts = ends.slice();
    const sorted = new Uint32Array(this.#parties.length);
    for (let row = sorted.length - 1; row >= 0; row--) {
      sorted[--starts[placeOf[this.#parties[row]!]!]!] = row;
    }
    const found = new Map<string, Uint32Array>();
    for (const [id, place] of places) {
      if (starts[place]! < ends[place]!) found.set(id, sorted.subarray(starts[place], ends[place]));
    }
    return found;
  }
}
