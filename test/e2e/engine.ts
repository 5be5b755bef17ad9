import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Engine } from '../../src/engine/index.ts';
import { extension } from './fixture.ts';

/** A call of the engine as a page of the extension makes it. */
export interface Call<Method extends keyof Engine> {
  readonly method: Method;
  /** Without the progress callback. */
  readonly args: readonly unknown[];
  /** A text file that goes before the other arguments but the job's name. */
  readonly file?: { readonly name: string; readonly content: string };
  /** Do not wait for the end: answer as soon as so much of the stage is done. */
  readonly until?: { readonly stage: string; readonly done: number };
}

/** Calls the engine in the worker that the studio uses, from the page `page`. */
export async function callEngine<Method extends keyof Engine>(
  page: Page,
  call: Call<Method>,
): Promise<Awaited<ReturnType<Engine[Method]>>> {
  const script = readdirSync(path.join(extension, 'assets')).find(name => /^worker-.*\.js$/.test(name))!;
  return page.evaluate(speak, { ...call, worker: `/assets/${script}` }) as Promise<
    Awaited<ReturnType<Engine[Method]>>
  >;
}

interface Progress {
  readonly stage: string;
  readonly done: number;
}

/** Runs in the page, where the product's own modules cannot be named: comlink's messages, written out. */
function speak({ worker, method, args, file, until }: Call<keyof Engine> & { worker: string }) {
  const { port } = new SharedWorker(worker, { type: 'module', name: 'tierlens' });
  const progress = new MessageChannel();
  return new Promise((resolve, reject) => {
    progress.port1.onmessage = ({ data }) => {
      if (data.type !== 'APPLY') return;
      const told = data.argumentList[0].value as Progress;
      if (until && told.stage === until.stage && told.done >= until.done) resolve(null);
      progress.port1.postMessage({ id: data.id, type: 'RAW' });
    };
    port.onmessage = ({ data }) => {
      if (data.type === 'RAW') resolve(data.value);
      else reject(new Error(JSON.stringify(data.value)));
    };
    const [job, ...rest] = args;
    const values = file ? [job, [{ file: new File([file.content], file.name), mapping: rest[0] }]] : args;
    const known = values.filter(value => value !== undefined).map(value => ({ type: 'RAW', value }));
    const callback = { type: 'HANDLER', name: 'proxy', value: progress.port2 };
    port.postMessage({ id: 'call', type: 'APPLY', path: [method], argumentList: [...known, callback] }, [
      progress.port2,
    ]);
  });
}
