/** What is told after every commit and publication. */
export interface ChangeMessage {
  readonly revision: number;
  readonly generation: number;
}

export type ChangeListener = (message: ChangeMessage) => void;

/** Tells listeners here and in every other context of the extension that the base has changed. */
export class Changes {
  readonly #name: string;
  readonly #listeners = new Set<ChangeListener>();
  #channel: BroadcastChannel | undefined;

  /** `name`: contexts with the same name hear one another. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Calls `listener` after every change until the returned function is called. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Tells everybody. */
  tell(message: ChangeMessage): void {
    if (this.#channel) this.#channel.postMessage(message);
    else {
      const channel = new BroadcastChannel(this.#name);
      channel.postMessage(message);
      channel.close();
    }
    for (const listener of this.#listeners) listener(message);
  }

  /** Stops hearing other contexts. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  #open(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => {
      for (const listener of this.#listeners) listener(data);
    };
  }
}
