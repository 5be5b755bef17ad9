import { proxy, wrap } from 'comlink';
import { Problem } from '../domain/index.ts';
import type { Engine } from '../engine/index.ts';
import { announceChange } from './client.ts';
import { announceSources } from './sourceNews.ts';

let engine: Engine | undefined;

/** What may change a card: cards on open pages are told, for the background may be asleep and not hear the store. */
const changing: ReadonlySet<keyof Engine> = new Set<keyof Engine>([
  'answerAction',
  'changeEntry',
  'erase',
  'loadSample',
  'mapValue',
  'mergeCustomers',
  'moveCustomers',
  'publish',
  'publishModel',
  'refresh',
  'refreshSource',
  'removeCustomers',
  'restore',
  'runImport',
  'mendRows',
  'saveCustomer',
  'setDay',
  'takeMovesBack',
  'undoImport',
  'unmerge',
]);

/** What may change which sources are fetched by themselves, and when. */
const scheduling: ReadonlySet<keyof Engine> = new Set<keyof Engine>([
  'changeAddress',
  'erase',
  'pauseAddress',
  'refreshSource',
  'removeSource',
  'restore',
  'runImport',
]);

/**
 * The engine, in the one worker that all extension pages share. Functions given as arguments (progress) may be
 * called until the call ends; a Problem thrown in the worker arrives as a Problem.
 */
export function connectEngine(): Engine {
  engine ??= connect();
  return engine;
}

function connect(): Engine {
  const worker = new SharedWorker(new URL('../engine/worker.ts', import.meta.url), {
    type: 'module',
    name: 'tierlens',
  });
  const broken = new Promise<never>((_, reject) => {
    worker.onerror = event => reject(new Problem('engineFailed', { reason: event.message || 'worker' }));
  });
  broken.catch(() => undefined); // each call reports it; nobody waits for it on its own
  const remote = wrap<Record<string, (...values: unknown[]) => unknown>>(worker.port);
  return new Proxy({} as Engine, {
    get: (_, method: string) => {
      if (method === 'then') return undefined; // not a promise, though every other name is a call
      return async (...values: unknown[]) => {
        const sent = values.map(value => (typeof value === 'function' ? proxy(value) : value));
        try {
          const value = await Promise.race([remote[method]!(...sent), broken]);
          if (changing.has(method as keyof Engine)) void announceChange();
          if (scheduling.has(method as keyof Engine)) void announceSources();
          return value;
        } catch (error) {
          throw revive(error);
        }
      };
    },
  });
}

function revive(error: unknown): unknown {
  if (typeof error === 'object' && error !== null && 'problem' in error) {
    const { code, args } = error.problem as Pick<Problem, 'code' | 'args'>;
    return new Problem(code, args);
  }
  return error;
}
