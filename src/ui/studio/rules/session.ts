import { computed, effect, signal } from '@preact/signals';
import type { Span } from '../../../domain/index.ts';
import { sampleRules } from '../../../rules/index.ts';
import { language } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { workspace } from '../workspace.ts';
import { type Draft, openDraft } from './draft.ts';
import { pageJournal } from './journal.ts';
import { notesAtOnce } from './knownWorld.ts';
import type { RuleEditor } from './ruleEditor.ts';
import { declarationAt } from './shown.ts';

/** The draft of this page, null until the workspace has been read. */
export const draft = signal<Draft | null>(null);

/** The open editor, null on the other screens. */
export const editor = signal<RuleEditor | null>(null);

/** Where the cursor is in the draft. */
export const cursor = signal(0);

/** What the side of the rules screen shows. */
export type SideTab =
  | 'all'
  | 'matches'
  | 'enters'
  | 'leaves'
  | 'distribution'
  | 'overlap'
  | 'why'
  | 'tests'
  | 'problems';
export const sideTab = signal<SideTab>('matches');

/** The other declaration that the listed customers are of as well, null for all of them. */
export const also = signal<{ readonly of: string; readonly name: string } | null>(null);

/** Which dialog of the rules screen is open. */
export const dialog = signal<'publish' | 'versions' | 'day' | 'packs' | 'export' | null>(null);

/** What the note of the next publication begins with. */
export const publishNote = signal('');

/** A stretch shown for a declaration that may stand elsewhere: while the cursor is in it, the side stays with that one. */
const shownFor = signal<{ readonly name: string; readonly span: Span } | null>(null);

/** The declaration that the side shows: the one at the cursor. */
export const picked = computed(() => {
  const shown = draft.value?.shown.value ?? [];
  const at = cursor.value;
  const held = shownFor.value;
  const stays = held && at >= held.span[0] && at <= held.span[1];
  return (stays && shown.find(each => each.name === held.name)) || declarationAt(shown, at);
});

/** Opens the stored draft, else the published rules, else the shipped ones in the language of the interface. */
export function openSession(): void {
  const stored = workspace.value?.draft || workspace.value?.published;
  const initial = stored || sampleRules[language.value];
  const opened = openDraft(engine, initial, report, notesAtOnce, pageJournal);
  draft.value = opened;
  opened.renew();
  // shipped rules that nobody has touched or published speak the language of the interface
  effect(() => {
    const text = sampleRules[language.value];
    const current = opened.text.peek();
    const published = workspace.peek()?.published;
    if (current !== text && current !== published && isUntouched(current)) setText(text);
  });
}

/** Whether a text is still the shipped one, in any language. */
export function isUntouched(text: string): boolean {
  return Object.values<string>(sampleRules).includes(text);
}

/** Evaluates the draft again: customers, the day or the published version have changed. */
export function renewSession(): void {
  draft.value?.renew();
}

/** Starts over from the shipped rules: everything has been erased. */
export function resetSession(): void {
  setText(sampleRules[language.value]);
  renewSession();
}

/** Replaces the whole text, in the editor if it is open (so that it can be undone there). */
export function setText(text: string): void {
  if (editor.value) editor.value.setText(text);
  else draft.value?.edit(text);
}

/** Replaces a part of the text. Edits of one stroke are undone together where the editor is open. */
export function replaceText(start: number, end: number, text: string, stroke: 'begin' | 'go on'): void {
  if (editor.value) editor.value.replace(start, end, text, stroke);
  else if (draft.value) {
    const now = draft.value.text.peek();
    draft.value.edit(now.slice(0, start) + text + now.slice(end));
  }
}

/** Selects a stretch of the text that has a part in what the side says of the declaration `name`. */
export function showSpan(name: string, span: Span): void {
  shownFor.value = { name, span };
  cursor.value = span[0];
  editor.value?.reveal(...span);
}

/** Goes to a declaration in the text, and shows what `tab` says about it. */
export function pick(start: number, tab?: SideTab): void {
  shownFor.value = null;
  cursor.value = start;
  if (tab) sideTab.value = tab;
  editor.value?.reveal(start, start);
}
