import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../src/domain/index.ts';
import type { Preview } from '../../src/engine/index.ts';
import { openDraft } from '../../src/ui/studio/rules/draft.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function previewOf(changed: number): Preview {
  return { notes: [], declarations: [], customers: 0, asOf: 0, took: 0, changed, statistics: [], tests: [] };
}

/** An engine whose answers are given by hand, in any order. */
function slowEngine() {
  const asked: { text: string; answer(preview: Preview): void; fail(problem: unknown): void }[] = [];
  const stored: string[] = [];
  const release: (() => void)[] = [];
  return {
    asked,
    stored,
    release,
    preview: (text: string) =>
      new Promise<Preview>((answer, fail) => {
        asked.push({ text, answer, fail });
      }),
    saveDraft: (text: string) =>
      new Promise<void>(resolve => {
        stored.push(text);
        release.push(resolve);
      }),
  };
}

test('typing is evaluated once it rests', async () => {
  const engine = slowEngine();
  const draft = openDraft(engine, '', () => undefined);
  for (const text of ['a', 'ab', 'abc']) {
    draft.edit(text);
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(engine.asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(60);
  expect(engine.asked.map(each => each.text)).toEqual(['abc']);
});

test('an answer that was overtaken is dropped', async () => {
  const engine = slowEngine();
  const draft = openDraft(engine, '', () => undefined);
  draft.edit('first');
  await vi.advanceTimersByTimeAsync(100);
  draft.edit('second');
  await vi.advanceTimersByTimeAsync(100);
  engine.asked[1]?.answer(previewOf(2));
  engine.asked[0]?.answer(previewOf(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(draft.preview.value?.changed).toBe(2);
  expect(draft.previewed.value).toBe('second');
});

test('the last text is stored, whatever was overtaken while one was being written', async () => {
  const engine = slowEngine();
  const draft = openDraft(engine, '', () => undefined);
  for (const text of ['1', '12', '123', '1234']) draft.edit(text);
  expect(engine.stored).toEqual(['1']);
  let saved = false;
  void draft.saved().then(() => {
    saved = true;
  });
  engine.release[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(engine.stored).toEqual(['1', '1234']);
  expect(saved).toBe(false);
  engine.release[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toBe(true);
});

test('failures are told, except that a call was overtaken', async () => {
  const engine = slowEngine();
  const problems: unknown[] = [];
  const draft = openDraft(engine, 'x', problem => problems.push(problem));
  draft.renew();
  engine.asked[0]?.fail(new Problem('stale'));
  await vi.advanceTimersByTimeAsync(0);
  expect(problems).toEqual([]);
  draft.renew();
  const full = new Problem('storageFull');
  engine.asked[1]?.fail(full);
  await vi.advanceTimersByTimeAsync(0);
  expect(problems).toEqual([full]);
});

function memoryJournal(text: string | null = null) {
  return {
    text,
    keep(next: string) {
      this.text = next;
    },
    drop() {
      this.text = null;
    },
    read() {
      return this.text;
    },
  };
}

test('the journal holds a text from the key until it is stored', async () => {
  const engine = slowEngine();
  const journal = memoryJournal();
  const draft = openDraft(engine, '', () => undefined, undefined, journal);
  draft.edit('a');
  expect(journal.text).toBe('a');
  draft.edit('ab');
  expect(journal.text).toBe('ab');
  engine.release[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(journal.text).toBe('ab'); // only 'a' is stored yet
  engine.release[1]?.();
  await draft.saved();
  expect(engine.stored).toEqual(['a', 'ab']);
  expect(journal.text).toBeNull();
});

test('what an earlier page could not store is the first edit', async () => {
  const engine = slowEngine();
  const journal = memoryJournal('unstored');
  const draft = openDraft(engine, 'stored', () => undefined, undefined, journal);
  expect(draft.text.value).toBe('unstored');
  expect(engine.stored).toEqual(['unstored']);
  engine.release[0]?.();
  await draft.saved();
  expect(journal.text).toBeNull();
});

test('a journal without room is told, and the text is stored all the same', async () => {
  const engine = slowEngine();
  const problems: unknown[] = [];
  const journal = memoryJournal();
  journal.keep = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  openDraft(engine, '', problem => problems.push(problem), undefined, journal).edit('a');
  expect(problems).toHaveLength(1);
  expect(engine.stored).toEqual(['a']);
});
