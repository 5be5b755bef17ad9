import { type Day, dayFromIso } from '../../src/domain/index.ts';
import { createEngine, type Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { freshStore } from '../store/kit.ts';

/** For progress that nobody reads. */
export const quiet = () => undefined;

/** The day on which an engine stands unless a test says otherwise. */
export const today: Day = dayFromIso('2026-09-30')!;

/** An engine with ids in a row, over a base that nothing else uses unless a `store` is given. */
export function openEngine({
  store = freshStore().store,
  day = () => today,
  now = () => new Date('2026-09-30T10:00:00Z'),
}: {
  store?: Store;
  day?: () => Day;
  now?: () => Date;
} = {}): { engine: Engine; store: Store } {
  let ids = 0;
  return { engine: createEngine({ store, now, today: day, newId: () => `id-${++ids}` }), store };
}

export const csvFile = (name: string, text: string) => new File([text], name, { type: 'text/csv' });

/** Imports a file by the mapping that is guessed. */
export async function importFile(engine: Engine, file: File): Promise<void> {
  const { guess } = await engine.inspect(file);
  await engine.runImport('import', [{ file, mapping: guess }], quiet);
}

/** Imports a CSV file of these lines by the mapping that is guessed. */
export const importLines = (engine: Engine, name: string, lines: readonly string[]) =>
  importFile(engine, csvFile(name, lines.join('\n')));
