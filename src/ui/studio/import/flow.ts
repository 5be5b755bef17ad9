import { computed, signal } from '@preact/signals';
import { Problem } from '../../../domain/index.ts';
import type {
  DryRun,
  FileRefusal,
  ImportDone,
  ImportPart,
  Inspection,
  Mapping,
  MendedRow,
  TableChoice,
} from '../../../engine/index.ts';
import { inReadingOrder } from '../../../i18n/index.ts';
import { engine } from '../engine.ts';
import { runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { renewSession } from '../rules/session.ts';
import { readWorkspace } from '../workspace.ts';
import { sourceNameOf } from './sourceName.ts';

/** A file whose columns are being settled. */
export interface Open {
  readonly key: number;
  readonly file: File;
  readonly inspection: Inspection;
  /** Sheet, encoding or separator where the first look was corrected; null = as found. */
  readonly choice: TableChoice | null;
  readonly mapping: Mapping;
  readonly mended: readonly MendedRow[];
  /** Under which name its headings are remembered; null = not. */
  readonly remember: NonNullable<ImportPart['remember']> | null;
}

/** A file of the import in hand: on its way, not readable, or open. */
export type Item =
  | { readonly at: 'looking'; readonly key: number; readonly file: File }
  | { readonly at: 'failed'; readonly key: number; readonly file: File; readonly problem: unknown }
  | (Open & { readonly at: 'open' });

/** How far the files in hand are. */
export type Step =
  | { readonly at: 'mapping'; readonly problem: unknown }
  | { readonly at: 'checking' }
  | { readonly at: 'checked'; readonly run: DryRun; readonly problem: unknown }
  | { readonly at: 'importing' }
  | { readonly at: 'done'; readonly done: ImportDone };

/** The files that are imported together, in the order in which they came. */
export const items = signal<readonly Item[]>([]);

/** Those that can be read. */
export const parts = computed<readonly Open[]>(() => items.value.filter(item => item.at === 'open'));

/** The file whose columns are shown. */
export const shown = signal(0);

export const step = signal<Step>({ at: 'mapping', problem: null });

/** Cells of refused rows as they are being mended, by file and line. */
export const edits = signal<ReadonlyMap<string, readonly string[]>>(new Map());

/** Mended rows that were refused again, with what was typed, by file and line. */
const attempts = new Map<string, FileRefusal>();

/** Counts completed imports: the history reads itself again when it changes. */
export const importsDone = signal(0);

/** Up to so many rows the numbers follow mended rows by themselves. */
const countedAtOnce = 20_000;

let keys = 0;

/** Files that came from an address, with the source that each becomes. */
const fetched = new WeakMap<File, NonNullable<ImportPart['remember']>>();

/** Takes what an address answered as the import in hand: its columns are looked at first, whatever is known of them. */
export async function addFetched(file: File, source: NonNullable<ImportPart['remember']>): Promise<void> {
  fetched.set(file, source);
  startAnew();
  await addFiles([file]);
}

/** Takes files into the import in hand. Where all of them come from remembered sources, the dry run follows. */
export async function addFiles(files: Iterable<File>): Promise<void> {
  if (step.value.at === 'done') startAnew();
  const more = [...files].map(file => ({ at: 'looking' as const, key: ++keys, file: plainlyNamed(file) }));
  if (more.length === 0) return;
  forgetMending();
  const kept = parts.value.length > 0 ? items.value : items.value.filter(({ at }) => at !== 'failed');
  items.value = [...kept, ...more];
  step.value = { at: 'mapping', problem: null };
  await Promise.all(more.map(({ key, file }) => look(key, file)));
  const first = parts.value.find(({ key }) => key === shown.value) ?? parts.value[0];
  if (first) shown.value = first.key;
  const isKnown = items.value.every(
    item => item.at === 'open' && !fetched.has(item.file) && item.inspection.recognised?.missing.length === 0,
  );
  if (isKnown && step.value.at === 'mapping') await check();
}

/** The file under a name that reads as it is written: marks of direction could turn `gpj.exe` into `exe.jpg`. */
function plainlyNamed(file: File): File {
  const name = inReadingOrder(file.name);
  return name === file.name ? file : new File([file], name, { type: file.type });
}

/** Leaves the files in hand. */
export function startAnew(): void {
  forgetMending();
  items.value = [];
  step.value = { at: 'mapping', problem: null };
}

/** Takes one file out of the import in hand. */
export function removeFile(key: number): void {
  forgetMending();
  void engine.cancel(lookJob(key)).catch(report);
  items.value = items.value.filter(item => item.key !== key);
  step.value = { at: 'mapping', problem: null };
  if (shown.value === key) shown.value = parts.value[0]?.key ?? 0;
}

/** The look at a file, so that it can be given up. */
function lookJob(key: number): string {
  return `look ${key}`;
}

/** Looks at a file, and again after it could not be read. */
export async function look(key: number, file: File): Promise<void> {
  put({ at: 'looking', key, file });
  try {
    put(opened(key, file, await engine.inspect(file, undefined, lookJob(key)), null));
  } catch (problem) {
    put({ at: 'failed', key, file, problem });
  }
}

/** Looks at a file again, read in another way; where it cannot be, the look before stands. */
export async function changeChoice(open: Open, choice: TableChoice): Promise<void> {
  try {
    const inspection = await engine.inspect(open.file, choice);
    put(opened(open.key, open.file, inspection, choice));
    step.value = { at: 'mapping', problem: null };
  } catch (problem) {
    step.value = { at: 'mapping', problem };
  }
}

function opened(key: number, file: File, inspection: Inspection, choice: TableChoice | null): Item {
  const { recognised, guess } = inspection;
  return {
    at: 'open',
    key,
    file,
    inspection,
    choice: choice ?? (recognised && inspection.sheet !== '' ? { sheet: inspection.sheet } : null),
    mapping: recognised?.mapping ?? guess,
    mended: [],
    remember:
      fetched.get(file) ??
      (recognised
        ? { id: recognised.source.id, name: recognised.source.name }
        : { name: sourceNameOf(file.name) }),
  };
}

/** Changes where the columns of a file go; a dry run made before no longer holds, nor do rows mended by it. */
export function changeMapping(open: Open, mapping: Mapping): void {
  forgetMending();
  put({ ...open, at: 'open', mapping, mended: [] });
  step.value = { at: 'mapping', problem: null };
}

/** Settles under which name a file's headings are remembered. */
export function changeRemember(open: Open, remember: Open['remember']): void {
  put({ ...open, at: 'open', remember });
}

/** Goes back to the columns. */
export function backToColumns(key?: number): void {
  if (key !== undefined) shown.value = key;
  step.value = { at: 'mapping', problem: null };
}

/** Reads the files whole without keeping anything: what would the import do? */
export async function check(): Promise<void> {
  const before = step.value;
  step.value = { at: 'checking' };
  try {
    const run = await runJob('preview', (id, onProgress) =>
      engine.previewImport(id, parts.value.map(partOf), onProgress),
    );
    const refusals = run.refusals.map(refusal => attempts.get(rowKey(refusal)) ?? refusal);
    step.value = { at: 'checked', run: { ...run, refusals }, problem: null };
  } catch (problem) {
    const told = unlessCancelled(problem);
    step.value = before.at === 'checked' ? { ...before, problem: told } : { at: 'mapping', problem: told };
  }
}

/** Tries mended rows; those accepted join the import, and the numbers follow where that is quick. */
export async function tryRows(rows: readonly (MendedRow & { readonly file: number })[]): Promise<void> {
  const now = step.value;
  if (now.at !== 'checked') return;
  const open = parts.value;
  const verdicts = new Map<string, FileRefusal | null>();
  for (const [file, part] of open.entries()) {
    const own = rows.filter(row => row.file === file);
    if (own.length === 0) continue;
    const answers = await engine.tryRows(partOf(part), own);
    const accepted = own.filter((_, at) => answers[at] === null);
    own.forEach(({ line }, at) => {
      const answer = answers[at];
      const key = rowKey({ file, line });
      verdicts.set(key, answer ? { ...answer, file } : null);
      if (answer) attempts.set(key, { ...answer, file });
    });
    const lines = new Set(accepted.map(({ line }) => line));
    const mended = [...part.mended.filter(({ line }) => !lines.has(line)), ...accepted];
    put({ ...part, at: 'open', mended });
  }
  const refusals = now.run.refusals.flatMap(refusal => {
    const verdict = verdicts.get(rowKey(refusal));
    return verdict === undefined ? [refusal] : (verdict ?? []);
  });
  const accepted = now.run.refusals.length - refusals.length;
  const run = { ...now.run, refusals, refused: now.run.refused - accepted };
  step.value = { at: 'checked', run, problem: null };
  if (accepted > 0 && run.rows <= countedAtOnce) await check();
}

/** Imports the files. Where it fails or is cancelled the base is as before, and the dry run stands again. */
export async function importFiles(run: DryRun): Promise<void> {
  step.value = { at: 'importing' };
  try {
    const done = await runJob('import', (id, onProgress) =>
      engine.runImport(id, parts.value.map(partOf), onProgress),
    );
    step.value = { at: 'done', done };
    importsDone.value++;
  } catch (problem) {
    step.value = { at: 'checked', run, problem: unlessCancelled(problem) };
  } finally {
    await readWorkspace();
    renewSession();
  }
}

/** By which a row is told from all others of the import. */
export function rowKey({ file, line }: Pick<FileRefusal, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

function forgetMending(): void {
  edits.value = new Map();
  attempts.clear();
}

function partOf({ file, mapping, choice, mended, remember }: Open): ImportPart {
  return {
    file,
    mapping,
    mended,
    ...(choice && { choice }),
    ...(remember && remember.name.trim() !== '' && { remember: { ...remember, name: remember.name.trim() } }),
  };
}

/** Puts a file in its place; one that was left out meanwhile stays out. */
function put(item: Item): void {
  items.value = items.value.map(each => (each.key === item.key ? item : each));
}

/** A cancellation is what the user wanted: said in passing, not as something that went wrong. */
function unlessCancelled(problem: unknown): unknown {
  if (!(problem instanceof Problem && problem.code === 'cancelled')) return problem;
  report(problem);
  return null;
}
