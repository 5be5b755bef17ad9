import type { Column, Day, Frame, MetricResult, OwnField } from '../../domain/index.ts';
import type { Base, BaseState } from '../../store/index.ts';
import { churnColumnModel } from './churnColumns.ts';
import { clusterColumnModel } from './clusterColumns.ts';
import { ladderColumnModel } from './ladderColumns.ts';
import { lifetimeColumnModel } from './lifetimeColumns.ts';
import { nextColumnModel } from './nextColumns.ts';
import { rfmColumnModel } from './rfmColumns.ts';
import { scoreColumnModel } from './scoreColumns.ts';

/** What a model may look at beyond the frame and the day. */
export interface Around {
  readonly ownFields: readonly OwnField[];
  /** The base as it was known at a day, with the columns of the models that come before this one in the table. */
  at(day: Day): Frame;
  /** Tells apart what `at` depends on beside the base and the day. */
  readonly key: string;
}

/** What a model adds to the fields of a customer. `Kept` is how it was last published. */
export interface ColumnModel<Kept> {
  /** Under which id it is kept with the workspace. */
  readonly id: string;
  /** Ids of its fields in the catalogue. */
  readonly fields: readonly string[];
  /** Those that stand among the numbers of a customer. */
  readonly shown?: readonly string[];
  /** What it says of a customer can be made of that one alone. */
  readonly isOfOne?: boolean;
  /** What was published, as this version reads it; where nothing was, what the model starts from, null = nothing. */
  read(kept: unknown): Kept;
  /** Its columns over the customers of a frame, known at a day. Deterministic. */
  columns(
    frame: Frame,
    asOf: Day,
    kept: Kept,
    currency: string,
    around: Around,
  ): Readonly<Record<string, Column>>;
  /** Between which values a field lies for the one customer of a frame, where the model says so. */
  interval?(field: string, frame: Frame, asOf: Day, kept: Kept): MetricResult['interval'] | null;
}

/** The models whose columns rules can read. The last ones can be made of the columns of those before them. */
export const columnModels = [
  rfmColumnModel,
  lifetimeColumnModel,
  churnColumnModel,
  scoreColumnModel,
  ladderColumnModel,
  nextColumnModel,
  clusterColumnModel,
] as const;

export type ModelId = (typeof columnModels)[number]['id'];
/** What is published of a model. */
export type KeptOf<Id extends ModelId> = ReturnType<
  Extract<(typeof columnModels)[number], { id: Id }>['read']
>;

/**
 * A base whose frame has the columns of the models too, those of a model computed when one is first read, which
 * `onRead` is told.
 */
export function modelledBase(base: Base, asOf: Day, state: BaseState, onRead?: () => void): Base {
  return { ...base, frame: modelledFrame(base, asOf, state, columnModels.length, onRead) };
}

/** What the model `id` can look at. */
export function aroundOf(id: ModelId, base: Base, state: BaseState): Around {
  return aroundAt(
    columnModels.findIndex(each => each.id === id),
    base,
    state,
  );
}

function aroundAt(place: number, base: Base, state: BaseState): Around {
  const others = columnModels.slice(0, place).map(({ id }) => state.models[id] ?? null);
  return {
    ownFields: base.ownFields,
    at: day => modelledFrame(base, day, state, place),
    key: JSON.stringify([state.currency, others]),
  };
}

/** The frame with the columns of the first `count` models. */
function modelledFrame(base: Base, asOf: Day, state: BaseState, count: number, onRead?: () => void): Frame {
  const customers = { ...base.frame.customers };
  (columnModels as readonly ColumnModel<unknown>[]).slice(0, count).forEach((model, place) => {
    let known: Readonly<Record<string, Column>> | undefined;
    const columns = () => {
      onRead?.();
      const around = aroundAt(place, base, state);
      known ??= model.columns(base.frame, asOf, model.read(state.models[model.id]), state.currency, around);
      return known;
    };
    for (const id of model.fields) {
      Object.defineProperty(customers, id, { enumerable: true, get: () => columns()[id] });
    }
  });
  return { ...base.frame, customers };
}
