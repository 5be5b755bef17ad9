import { Problem } from '../domain/index.ts';

/** Long calls by name, so that they can be cancelled from another call. */
export class Jobs {
  readonly #running = new Map<string, AbortController>();
  #writes: Promise<unknown> = Promise.resolve();

  /** Runs `work` under the name `job`. A cancelled job rejects with the Problem 'cancelled'. */
  async run<Result>(job: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const controller = new AbortController();
    this.#running.set(job, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#running.delete(job);
    }
  }

  /** Runs `write` after every earlier one has ended, so that none decides on data that another is changing. */
  alone<Result>(write: () => Promise<Result>): Promise<Result> {
    const result = this.#writes.then(write, write);
    this.#writes = result.catch(() => undefined);
    return result;
  }

  cancel(job: string): void {
    this.#running.get(job)?.abort(new Problem('cancelled'));
  }
}

/** Lets waiting messages in (a cancel, a later keystroke), then goes on unless cancelled. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise<void>(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
  signal?.throwIfAborted();
}
