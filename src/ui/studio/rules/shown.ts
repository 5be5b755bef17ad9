import type { DeclarationPreview, Preview } from '../../../engine/index.ts';

/** A declaration as the screen shows it: its last good preview, and the text that preview was of. */
export interface Shown extends DeclarationPreview {
  /** The text in which it was last evaluated: who matches is asked with this one. */
  readonly text: string;
  /** It does not parse or check at the moment; the numbers are those of `text`. */
  readonly held: boolean;
}

/**
 * What is shown after a preview of `text`: its declarations, and for those that are gone only because the text
 * has errors, the last good preview at the place where they stood.
 */
export function showPreview(before: readonly Shown[], preview: Preview, text: string): Shown[] {
  const fresh: Shown[] = preview.declarations.map(each => ({ ...each, text, held: false }));
  if (!preview.notes.some(note => note.severity === 'error')) return fresh;
  const taken = new Set(fresh.flatMap(each => [each.name, each.start]));
  const held = before
    .filter(each => !taken.has(each.name))
    .map(each => ({ ...each, held: true, start: each.start }))
    .filter(each => each.start < text.length && !taken.has(each.start));
  return [...fresh, ...held].sort((a, b) => a.start - b.start);
}

/** The same declarations in another text, where `moved` finds their beginnings. */
export function moveShown(shown: readonly Shown[], moved: (start: number) => number): Shown[] {
  return shown.map(each => ({ ...each, start: moved(each.start) }));
}

/** The declaration at an offset of the text: the last that begins at or before it, else the first of all. */
export function declarationAt(shown: readonly Shown[], offset: number): Shown | null {
  let found = shown[0] ?? null;
  for (const each of shown) if (each.start <= offset) found = each;
  return found;
}
