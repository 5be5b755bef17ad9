import type { Note } from '../../../domain/index.ts';
import { ruleNotes, ruleNoteText } from '../../../i18n/ruleNotes.ts';
import { describeCode, language } from '../../kit/index.ts';
import { describeFinding, isFinding } from './tests/words.ts';

/** The sentence for a note about the rule text, in the language of the interface. */
export function describeNote(note: Note): string {
  if (Object.hasOwn(ruleNotes, note.code)) return ruleNoteText(language.value, note);
  if (isFinding(note)) return describeFinding(note);
  return describeCode(note.code, note.args);
}

/** How many errors are to be mended before publishing: what refers to a broken declaration is mended with it. */
export function errorCount(notes: readonly Note[]): number {
  return notes.filter(({ severity, code }) => severity === 'error' && code !== 'brokenReference').length;
}

/** The line of an offset, the first is 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
