import type { Base } from '../../store/index.ts';

/** The last few runs of a model: for the same question about the same base the same run, as long as it is kept. */
export class LastRuns<Run> {
  readonly #most: number;
  #known: readonly { readonly key: string; readonly base: Base; readonly run: Run }[] = [];

  /** `most`: how many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The run for `asked`, which is all that it depends on beside the base; made where it is not at hand. */
  async of(base: Base, asked: unknown, make: () => Run | Promise<Run>): Promise<Run> {
    const key = JSON.stringify(asked);
    const known = this.#known.find(each => each.key === key && each.base === base);
    const found = known ?? { key, base, run: await make() };
    this.#known = [found, ...this.#known.filter(each => each !== known)].slice(0, this.#most);
    return found.run;
  }

  /** The one that was asked for last. */
  get last(): Run | undefined {
    return this.#known[0]?.run;
  }
}
