import { computed, effect, signal } from '@preact/signals';
import type { Note, Span } from '../../../../domain/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import type { Draft } from '../draft.ts';
import { draft } from '../session.ts';
import { shiftOffset } from '../shift.ts';

/** How long a preview must stand before the data are asked about it, in milliseconds. */
const restBefore = 400;

const found = signal<{ readonly text: string; readonly notes: readonly Note[] }>({ text: '', notes: [] });

/** What is wrong with the draft and what the data say of it, at the places of the text that `noted` is. */
export const allNotes = computed((): readonly Note[] => {
  const current = draft.value;
  if (!current) return [];
  const { text, notes } = found.value;
  const noted = current.noted.value;
  const moved = notes.map(note => ({
    ...note,
    span: note.span.map(offset => shiftOffset(text, noted, offset)) as unknown as Span,
  }));
  return [...current.notes.value, ...moved.filter(({ span }) => span[1] > span[0])].sort(
    (a, b) => a.span[0] - b.span[0],
  );
});

/** Asks about every preview of the draft that stands for a while. Returns how to stop. */
export function watchFindings({ preview, previewed }: Draft): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const ask = async (text: string, asked: number) => {
    try {
      const notes = await engine.findings(text);
      if (asked === turn) found.value = { text, notes };
    } catch (problem) {
      report(problem);
    }
  };
  const stop = effect(() => {
    const text = previewed.value;
    clearTimeout(timer);
    const asked = ++turn;
    if (preview.value && text !== null) timer = setTimeout(() => void ask(text, asked), restBefore);
  });
  return () => {
    stop();
    clearTimeout(timer);
    turn++;
  };
}
