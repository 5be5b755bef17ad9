import type { Column, Day, Frame } from '../../domain/index.ts';
import type { Base, BaseState } from '../../store/index.ts';
import { rfmColumnModel } from './rfmColumns.ts';

/** What a model adds to the fields of a customer. `Kept` is how it was last published. */
export interface ColumnModel<Kept> {
  /** Under which id it is kept with the workspace. */
  readonly id: string;
  /** Ids of its fields in the catalogue. */
  readonly fields: readonly string[];
  /** What was published, as this version reads it; what the model starts from where nothing was. */
  read(kept: unknown): Kept;
  /** Its columns over the customers of a frame, known at a day. Deterministic. */
  columns(frame: Frame, asOf: Day, kept: Kept, currency: string): Readonly<Record<string, Column>>;
}

/** The models whose columns rules can read. */
export const columnModels = [rfmColumnModel] as const;

export type ModelId = (typeof columnModels)[number]['id'];
/** What is published of a model. */
export type KeptOf<Id extends ModelId> = ReturnType<
  Extract<(typeof columnModels)[number], { id: Id }>['read']
>;

/** A base whose frame has the columns of the models too, those of a model computed when one is first read. */
export function modelledBase(base: Base, asOf: Day, state: BaseState): Base {
  const customers = { ...base.frame.customers };
  for (const model of columnModels as readonly ColumnModel<unknown>[]) {
    let known: Readonly<Record<string, Column>> | undefined;
    const columns = () => {
      known ??= model.columns(base.frame, asOf, model.read(state.models[model.id]), state.currency);
      return known;
    };
    for (const id of model.fields) {
      Object.defineProperty(customers, id, { enumerable: true, get: () => columns()[id] });
    }
  }
  return { ...base, frame: { ...base.frame, customers } };
}
