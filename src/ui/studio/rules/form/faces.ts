import { computed, effect, signal } from '@preact/signals';
import type { CatalogueField } from '../../../../engine/index.ts';
import { applyEdits, check, type Declaration, parse, type TextEdit } from '../../../../rules/index.ts';
import { readCatalogue, worldOf } from '../knownWorld.ts';
import { cursor, draft, editor, setText } from '../session.ts';

/** How the rule at the cursor is shown. */
export const face = signal<'text' | 'form'>('text');

/** The fields with the values that occur; none until they are read. */
export const catalogue = signal<readonly CatalogueField[]>([]);

/** The draft as a tree. */
const parsed = computed(() => parse(draft.value?.text.value ?? ''));

/** The draft with its names and types settled. */
export const checked = computed(() => check(parsed.value, worldOf(catalogue.value, true)));

/** The declaration at the cursor: the last that begins before it, else the first of all; null without any. */
export const current = computed<Declaration | null>(() => {
  const { declarations } = parsed.value;
  return declarations.findLast(each => each.span[0] <= cursor.value) ?? declarations[0] ?? null;
});

/** Names that the draft declares: sentences do not translate them. */
export const declaredNames = computed(
  () => new Set(parsed.value.declarations.map(declaration => declaration.name.text)),
);

/** Reads the values that occur whenever the base has changed, for as long as the form is shown. */
export function followCatalogue(): () => void {
  return effect(() => {
    draft.value?.preview.value; // renewed with the base
    void readCatalogue().then(found => {
      catalogue.value = found;
    });
  });
}

/** Changes the draft as one step that the editor can undo. */
export function edit(edits: readonly TextEdit[]): void {
  if (editor.value) editor.value.edit(edits);
  else setText(applyEdits(draft.value!.text.peek(), edits));
}
