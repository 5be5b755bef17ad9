import { signal } from '@preact/signals';
import { Problem } from '../../../domain/index.ts';
import type { ImportSummary, Inspection, Mapping, TableChoice } from '../../../engine/index.ts';
import { engine } from '../engine.ts';
import { runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { renewSession } from '../rules/session.ts';
import { readWorkspace } from '../workspace.ts';

/** A file whose columns are being settled. */
export interface Open {
  readonly file: File;
  readonly inspection: Inspection;
  /** Sheet, encoding or separator where the first look was corrected. */
  readonly choice: TableChoice;
  readonly mapping: Mapping;
}

/** How far the file in hand is. */
export type Step =
  | { readonly at: 'idle' }
  | { readonly at: 'inspecting'; readonly file: File }
  | { readonly at: 'refused'; readonly file: File; readonly problem: unknown }
  | (Open & { readonly at: 'mapping'; readonly problem: unknown })
  | (Open & { readonly at: 'checking' })
  | (Open & { readonly at: 'checked'; readonly summary: ImportSummary; readonly problem: unknown })
  | (Open & { readonly at: 'importing' })
  | (Open & { readonly at: 'done'; readonly summary: ImportSummary });

export const step = signal<Step>({ at: 'idle' });

/** Files that wait for their turn. */
export const waiting = signal<readonly File[]>([]);

/** Counts completed imports: the history reads itself again when it changes. */
export const importsDone = signal(0);

/** Takes files in; the first is looked at as soon as nothing else is in hand. */
export function addFiles(files: Iterable<File>): void {
  waiting.value = [...waiting.value, ...files];
  const { at } = step.value;
  if (at === 'idle' || at === 'done' || at === 'refused') void nextFile();
}

/** Leaves the file in hand and looks at the next, if any. */
export async function nextFile(): Promise<void> {
  const [file, ...rest] = waiting.value;
  waiting.value = rest;
  if (file) await inspect(file);
  else step.value = { at: 'idle' };
}

/** Looks at a file: encoding, headings, a guess of the mapping. */
export async function inspect(file: File, choice: TableChoice = {}): Promise<void> {
  step.value = { at: 'inspecting', file };
  try {
    const inspection = await engine.inspect(file, choice);
    step.value = { at: 'mapping', file, inspection, choice, mapping: inspection.guess, problem: null };
  } catch (problem) {
    step.value = { at: 'refused', file, problem };
  }
}

/** Looks at the file again, read in another way; where it cannot be, the look before stands. */
export async function changeChoice(open: Open, choice: TableChoice): Promise<void> {
  step.value = { at: 'inspecting', file: open.file };
  try {
    const inspection = await engine.inspect(open.file, choice);
    step.value = {
      at: 'mapping',
      file: open.file,
      inspection,
      choice,
      mapping: inspection.guess,
      problem: null,
    };
  } catch (problem) {
    step.value = { ...openOf(open), at: 'mapping', problem };
  }
}

/** Changes where the columns go; a dry run made before no longer holds. */
export function changeMapping(open: Open, mapping: Mapping): void {
  step.value = { ...openOf(open), at: 'mapping', mapping, problem: null };
}

/** Reads the whole file without writing: what would the import do? */
export async function check(open: Open): Promise<void> {
  const { file, mapping, choice } = open;
  step.value = { ...openOf(open), at: 'checking' };
  try {
    const summary = await runJob('preview', (id, onProgress) =>
      engine.previewImport(id, file, mapping, onProgress, choice),
    );
    step.value = { ...openOf(open), at: 'checked', summary, problem: null };
  } catch (problem) {
    step.value = { ...openOf(open), at: 'mapping', problem: unlessCancelled(problem) };
  }
}

/** Imports the file. Where it fails or is cancelled the base is as before, and the preview stands again. */
export async function importFile(open: Open, checked: ImportSummary): Promise<void> {
  const { file, mapping, choice } = open;
  step.value = { ...openOf(open), at: 'importing' };
  try {
    const summary = await runJob('import', (id, onProgress) =>
      engine.runImport(id, file, mapping, onProgress, choice),
    );
    step.value = { ...openOf(open), at: 'done', summary };
    importsDone.value++;
  } catch (problem) {
    step.value = { ...openOf(open), at: 'checked', summary: checked, problem: unlessCancelled(problem) };
  } finally {
    await readWorkspace();
    renewSession();
  }
}

function openOf({ file, inspection, choice, mapping }: Open): Open {
  return { file, inspection, choice, mapping };
}

/** A cancellation is what the user wanted: said in passing, not as something that went wrong. */
function unlessCancelled(problem: unknown): unknown {
  if (!(problem instanceof Problem && problem.code === 'cancelled')) return problem;
  report(problem);
  return null;
}
