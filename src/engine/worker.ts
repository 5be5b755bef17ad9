/// <reference lib="webworker" />
import { expose } from 'comlink';
import { localDay, Problem } from '../domain/index.ts';
import { openStore } from '../store/index.ts';
import { createEngine, type Engine } from './index.ts';

// The rim around the engine: a shared worker, the clock, and the way errors take to the pages.
const engine = createEngine({
  store: openStore(),
  now: () => new Date(),
  today: () => localDay(new Date()),
  newId: () => crypto.randomUUID(),
});

const served = new Proxy(engine, {
  get:
    (target, method: keyof Engine) =>
    async (...values: never[]) => {
      try {
        return await (target[method] as (...values: never[]) => unknown)(...values);
      } catch (error) {
        // An Error loses its fields on the way; a plain object keeps them.
        if (error instanceof Problem) throw { problem: { code: error.code, args: error.args } };
        throw error;
      }
    },
});

(self as unknown as SharedWorkerGlobalScope).onconnect = event => {
  expose(served, event.ports[0]!);
};
