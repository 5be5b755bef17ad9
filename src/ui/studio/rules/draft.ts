import { batch, type Signal, signal } from '@preact/signals';
import type { Note } from '../../../domain/index.ts';
import { Problem } from '../../../domain/index.ts';
import type { Engine, Preview } from '../../../engine/index.ts';
import type { Journal } from './journal.ts';
import { shiftOffset } from './shift.ts';
import { moveShown, type Shown, showPreview } from './shown.ts';
import { Trail } from './trail.ts';

/** How long the typing must rest before the draft is evaluated, in milliseconds. */
const previewDelay = 80;

/** The rule text being worked on and the truth about it. Every edit is kept, and evaluated soon after. */
export interface Draft {
  readonly text: Signal<string>;
  /** Declarations with their last good numbers, at their places in `text`. */
  readonly shown: Signal<readonly Shown[]>;
  /** What is wrong with the text: found at once where that can be, else with the evaluation. */
  readonly notes: Signal<readonly Note[]>;
  /** The text that `notes` are of. */
  readonly noted: Signal<string>;
  /** The last preview, null before the first. */
  readonly preview: Signal<Preview | null>;
  /** The text that `preview` is of. */
  readonly previewed: Signal<string | null>;
  edit(text: string): void;
  /** Where an offset of an earlier text stands in the text of now. */
  locate(from: string, offset: number): number;
  /** Evaluates again at once: the base, the day or the published version has changed. */
  renew(): void;
  /** Resolves when all edits so far are stored. */
  saved(): Promise<void>;
  dispose(): void;
}

/**
 * Opens the draft with the text as stored. `onProblem` hears of everything that goes wrong; `notesAtOnce` finds what
 * is wrong with a text without evaluating it, null where it cannot. `journal` holds the text until it is stored; what
 * an earlier page could not store is the first edit.
 */
export function openDraft(
  engine: Pick<Engine, 'preview' | 'saveDraft'>,
  initial: string,
  onProblem: (problem: unknown) => void,
  notesAtOnce: (text: string) => readonly Note[] | null = () => null,
  journal?: Journal,
): Draft {
  const text = signal(initial);
  const shown = signal<readonly Shown[]>([]);
  const notes = signal<readonly Note[]>([]);
  const noted = signal('');
  const preview = signal<Preview | null>(null);
  const previewed = signal<string | null>(null);
  const trail = new Trail(initial);
  const writer = latestOnly(async (value: string) => {
    await engine.saveDraft(value);
    if (value === text.peek()) journal?.drop();
  }, onProblem);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let noting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function evaluate(): Promise<void> {
    const turn = ++asked;
    const asking = text.value;
    try {
      const answer = await engine.preview(asking);
      if (turn !== asked) return;
      const then = moveShown(shown.value, start => trail.locate(text.value, asking, start));
      const next = showPreview(then, answer, asking);
      shown.value = moveShown(next, start => trail.locate(asking, text.value, start));
      trail.startAt(asking);
      if (text.value === asking || noted.value !== text.value) {
        batch(() => {
          notes.value = answer.notes;
          noted.value = asking;
        });
      }
      preview.value = answer;
      previewed.value = asking;
    } catch (problem) {
      if (turn !== asked || (problem instanceof Problem && problem.code === 'stale')) return;
      onProblem(problem);
    }
  }

  /** As soon as the key itself is shown. */
  function note(): void {
    const now = text.value;
    const found = notesAtOnce(now);
    if (!found) return;
    batch(() => {
      notes.value = found;
      noted.value = now;
    });
  }

  function edit(next: string): void {
    if (next === text.value) return;
    keep(next);
    const before = text.value;
    shown.value = moveShown(shown.value, start => shiftOffset(before, next, start));
    text.value = next;
    trail.add(next);
    writer.write(next);
    clearTimeout(noting);
    noting = setTimeout(note, 0);
    clearTimeout(timer);
    timer = setTimeout(evaluate, previewDelay);
  }

  /** Before anything else can go wrong. A text that the journal has no room for is stored all the same. */
  function keep(next: string): void {
    try {
      journal?.keep(next);
    } catch (problem) {
      onProblem(problem);
    }
  }

  const unstored = journal?.read() ?? null;
  if (unstored !== null) edit(unstored);

  return {
    text,
    shown,
    notes,
    noted,
    preview,
    previewed,
    edit,
    locate: (from, offset) => trail.locate(from, text.peek(), offset),
    renew() {
      clearTimeout(timer);
      void evaluate();
    },
    saved: writer.idle,
    dispose() {
      clearTimeout(timer);
      clearTimeout(noting);
      asked++;
    },
  };
}

/** Calls `write` with the newest value, one call at a time: values overtaken while a call runs are skipped. */
function latestOnly<Value>(write: (value: Value) => Promise<void>, onProblem: (problem: unknown) => void) {
  let waiting: { value: Value } | null = null;
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      try {
        await write(value);
      } catch (problem) {
        onProblem(problem);
      }
    }
    running = null;
  }

  return {
    write(value: Value) {
      waiting = { value };
      running ??= drain();
    },
    async idle() {
      await running;
    },
  };
}
