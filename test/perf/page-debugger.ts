import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Values = Record<string, unknown>;
interface Waiting {
  resolve(result: Values): void;
  reject(error: Error): void;
}

/**
 * A browser driven through its debugging pipe alone. Playwright attaches to every worker and holds it at its start;
 * here nobody but the page is attached, so that a worker starts as it does for a user.
 */
export class PipedBrowser {
  readonly #process: ChildProcess;
  readonly #commands: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string, values: Values, session: string) => void>();
  #last = 0;

  constructor(browser: string, options: readonly string[]) {
    this.#process = spawn(browser, ['--remote-debugging-pipe', ...options, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#commands = this.#process.stdio[3] as Writable;
    let rest = '';
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#receive(JSON.parse(message));
    });
    this.#process.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
      this.#waiting.clear();
    });
  }

  /** Sends one command of the debugging protocol, to the browser or to a session; rejects with its error. */
  send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Calls back with every event from now on. */
  listen(listener: (method: string, values: Values, session: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Opens a tab and attaches to it; resolves to the session. */
  async open(url: string): Promise<string> {
    const { targetId } = await this.send('Target.createTarget', { url });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return sessionId as string;
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#process.once('close', resolve));
    await this.send('Browser.close');
    await closed;
  }

  #receive(message: {
    id?: number;
    result?: Values;
    error?: { message: string };
    method?: string;
    params?: Values;
    sessionId?: string;
  }): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners)
        listener(message.method!, message.params ?? {}, message.sessionId ?? '');
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result ?? {});
  }
}
