import { Bits, type Day, type Field, fieldOf, fields } from '../../domain/index.ts';
import { type Codes, migrants, migrationOf } from '../../models/index.ts';
import type { CustomersPage, OnProgress } from '../api.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { rowsOfIds } from './decided.ts';
import type { Replay, ReplayPoint, Replays, ReplayVerdict } from './replay.ts';

/** What customers are told apart by: a tier, a group of segments, one tag or segment, or a field of a model. */
export interface Dimension {
  readonly kind: 'tier' | 'group' | 'segment' | 'tag' | 'model';
  /** Name of the rule or the group; id of the field. */
  readonly name: string;
}

/** Where customers stand on one side: in a class by name; in none of them; or not there yet (or no more). */
export interface MigrationClass {
  readonly is: 'class' | 'none' | 'absent';
  readonly name: string;
}

/** A state as the page tells of it. */
export interface PointView {
  readonly asOf: Day;
  readonly version: number;
  readonly customers: number;
  readonly digest: string;
  readonly verdict: ReplayVerdict | null;
  readonly isForgetful: boolean;
}

export interface MigrationRequest {
  readonly from: ReplayPoint;
  readonly to: ReplayPoint;
  /** null = the first that both sides have. */
  readonly by: Dimension | null;
}

export interface MigrationView {
  readonly from: PointView;
  readonly to: PointView;
  /** What both sides can be told apart by. */
  readonly dimensions: readonly Dimension[];
  /** null where there is none. */
  readonly by: Dimension | null;
  /** The field of a model, to show its values by. */
  readonly field: Field | null;
  readonly before: readonly MigrationClass[];
  readonly now: readonly MigrationClass[];
  /** counts[before][now]. */
  readonly counts: readonly (readonly number[])[];
  /** Customers of either side, and those of both whose class is another. */
  readonly customers: number;
  readonly moved: number;
}

/** Whose names: of a cell; null = of the whole row or column. */
export interface MigrantsRequest extends MigrationRequest {
  readonly was: number | null;
  readonly is: number | null;
  readonly offset: number;
  readonly limit: number;
}

/** The customers of both sides, and where each stands. */
interface Sides {
  readonly ids: readonly string[];
  readonly codes: Codes;
  readonly before: readonly MigrationClass[];
  readonly now: readonly MigrationClass[];
}

/** Who went from where to where between two states of the base. */
export class Migrations {
  readonly #context: Context;
  readonly #replays: Replays;

  constructor(context: Context, replays: Replays) {
    this.#context = context;
    this.#replays = replays;
  }

  async view(
    request: MigrationRequest,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<MigrationView> {
    const { from, to, dimensions, by } = await this.#open(request, onProgress, signal);
    const told = { from: pointOf(from), to: pointOf(to), dimensions, by };
    if (!by) return { ...told, field: null, before: [], now: [], counts: [], customers: 0, moved: 0 };
    const { ids, codes, before, now } = sidesOf(from, to, by);
    const { counts } = migrationOf(codes);
    const rows = before.map((_, was) => [...counts.subarray(was * now.length, (was + 1) * now.length)]);
    let moved = 0;
    rows.forEach((row, was) => {
      row.forEach((count, is) => {
        if (!isSame(before[was]!, now[is]!) && before[was]!.is !== 'absent' && now[is]!.is !== 'absent')
          moved += count;
      });
    });
    const field = by.kind === 'model' ? fieldOf('customer', by.name) : null;
    return { ...told, field, before, now, counts: rows, customers: ids.length, moved };
  }

  /** The customers behind a cell who are in the base by now. */
  async customers({ was, is, offset, limit, ...request }: MigrantsRequest): Promise<CustomersPage> {
    const { from, to, by } = await this.#open(request, () => undefined);
    if (!by) return { total: 0, hits: [] };
    const { ids, codes } = sidesOf(from, to, by);
    const base = await this.#context.base();
    const rows = rowsOfIds(base.ids);
    const found = new Bits(base.frame.size);
    for (const place of migrants(codes, was, is).rows()) {
      const row = rows.get(ids[place]!);
      if (row !== undefined) found.add(row);
    }
    return customersPage(this.#context, found, offset, limit);
  }

  async #open({ from, to, by }: MigrationRequest, onProgress: OnProgress, signal?: AbortSignal) {
    const left = await this.#replays.at(from, onProgress, signal);
    const right = await this.#replays.at(to, onProgress, signal);
    const others = dimensionsOf(right);
    const dimensions = dimensionsOf(left).filter(each =>
      others.some(other => other.kind === each.kind && other.name === each.name),
    );
    const wanted = by && dimensions.find(each => each.kind === by.kind && each.name === by.name);
    return { from: left, to: right, dimensions, by: wanted ?? dimensions[0] ?? null };
  }
}

function pointOf({ asOf, version, run, there, digest, verdict, isForgetful }: Replay): PointView {
  return { asOf, version, customers: there ? there.count() : run.size, digest, verdict, isForgetful };
}

/** What the customers of a state can be told apart by. */
function dimensionsOf({ run }: Replay): Dimension[] {
  const of = (kind: 'tier' | 'segment' | 'tag') =>
    run.results.flatMap((each): Dimension[] => (each.kind === kind ? [{ kind, name: each.name }] : []));
  const groups = new Set(
    run.results.flatMap(each => (each.kind === 'segment' && each.group !== null ? [each.group] : [])),
  );
  const models = fields.filter(
    ({ of: subject, place, kind }) => subject === 'customer' && place === 'model' && kind === 'text',
  );
  return [
    ...of('tier'),
    ...Array.from(groups, (name): Dimension => ({ kind: 'group', name })),
    ...of('segment'),
    ...of('tag'),
    ...models.map(({ id }): Dimension => ({ kind: 'model', name: id })),
  ];
}

/** The classes of a dimension, and the class of every row: classes.length = in none of them. */
function classesOf(
  replay: Replay,
  { kind, name }: Dimension,
): { names: readonly string[]; codes: Uint32Array } {
  const { run, base } = replay;
  const codes = new Uint32Array(run.size);
  if (kind === 'model') {
    const column = base.frame.customers[name];
    if (column?.form !== 'coded') return { names: [], codes };
    const names = column.dictionary.values.slice(1);
    for (let row = 0; row < run.size; row++)
      codes[row] = column.codes[row]! === 0 ? names.length : column.codes[row]! - 1;
    return { names, codes };
  }
  if (kind === 'tier') {
    const tier = run.results.find(each => each.kind === 'tier' && each.name === name);
    if (tier?.kind !== 'tier') return { names: [], codes };
    for (let row = 0; row < run.size; row++)
      codes[row] = tier.codes[row]! === 0 ? tier.levels.length : tier.codes[row]! - 1;
    return { names: tier.levels, codes };
  }
  const sets = run.results.flatMap(each => {
    if (kind === 'group') return each.kind === 'segment' && each.group === name ? [each] : [];
    return each.kind === kind && each.name === name && 'bits' in each ? [each] : [];
  });
  codes.fill(sets.length);
  sets.forEach((set, place) => {
    for (const row of set.bits.rows()) if (codes[row] === sets.length) codes[row] = place;
  });
  return { names: sets.map(each => each.name), codes };
}

/** Both sides over the customers of either: those of the later one, then those that only the earlier one has. */
function sidesOf(from: Replay, to: Replay, by: Dimension): Sides {
  const later = rowsOfIds(to.base.ids);
  const gone = from.base.ids.filter(id => !later.has(id));
  const all = [...to.base.ids, ...gone];
  const isThere = ({ there, base }: Replay, id: string) => {
    const row = rowsOfIds(base.ids).get(id);
    return row !== undefined && (!there || there.has(row));
  };
  const ids = all.filter(id => isThere(from, id) || isThere(to, id));
  const [before, now] = [sideOf(from, by, ids), sideOf(to, by, ids)];
  return {
    ids,
    codes: { before: before.codes, now: now.codes, from: before.classes.length, to: now.classes.length },
    before: before.classes,
    now: now.classes,
  };
}

function sideOf(replay: Replay, by: Dimension, ids: readonly string[]) {
  const { names, codes } = classesOf(replay, by);
  const rows = rowsOfIds(replay.base.ids);
  const classes: readonly MigrationClass[] = [
    ...names.map((name): MigrationClass => ({ is: 'class', name })),
    { is: 'none', name: '' },
    { is: 'absent', name: '' },
  ];
  const places = Uint32Array.from(ids, id => {
    const row = rows.get(id);
    const isThere = row !== undefined && (!replay.there || replay.there.has(row));
    return isThere ? codes[row]! : names.length + 1;
  });
  return { classes, codes: places };
}

function isSame(one: MigrationClass, other: MigrationClass): boolean {
  return one.is === other.is && one.name === other.name;
}
