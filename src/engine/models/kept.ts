import type { Context } from '../context.ts';
import { type ColumnModel, columnModels, type KeptOf, type ModelId } from './columns.ts';

/** How models are kept with the workspace. */
export class KeptModels {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** What is in force of a model. */
  async read<Id extends ModelId>(id: Id): Promise<KeptOf<Id>> {
    return modelOf(id).read((await this.#context.state()).models[id]);
  }

  /** Puts `kept` in force: rules read the model's columns under it from then on. Where `apply` fails all is as before. */
  async publish<Id extends ModelId>(id: Id, kept: KeptOf<Id>, apply: () => Promise<void>): Promise<void> {
    const { models } = await this.#context.state();
    await this.#context.store.setMeta({ models: { ...models, [id]: modelOf(id).read(kept) } });
    try {
      await apply();
    } catch (problem) {
      await this.#context.store.setMeta({ models });
      throw problem;
    }
  }
}

function modelOf<Id extends ModelId>(id: Id): ColumnModel<KeptOf<Id>> {
  return columnModels.find(each => each.id === id) as unknown as ColumnModel<KeptOf<Id>>;
}
