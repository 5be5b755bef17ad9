import { assistTexts } from '../../../i18n/studio.ts';
import { freezeEdit, frozenIn, parse, spellingOf, type TextEdit } from '../../../rules/index.ts';
import { formatValue, language, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { rounded } from './lenses.ts';
import { draft } from './session.ts';

/** A change of the text, by what it does. */
export interface Freezing {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What can be done about the statistics of the draft that touch [start, end]: one that floats can be frozen at its
 * number of now, a frozen one let go. Nothing where the numbers of this text are not known yet.
 */
export function freezingsAt(text: string, start: number, end: number): Freezing[] {
  const parsed = parse(text);
  const touches = ([from, to]: readonly [number, number]) => from <= end && start <= to;
  const frozen = frozenIn(parsed, text);
  const thaws = frozen
    .filter(each => touches(each.span))
    .map(({ thaw }) => ({ title: t(assistTexts.thaw, { text: thaw.text }), edits: [thaw] }));
  const shown = draft.peek();
  const preview = shown?.preview.peek();
  const previewed = shown?.previewed.peek();
  if (!shown || !preview || previewed == null) return thaws;
  const currency = workspace.peek()?.currency ?? 'CNY';
  const freezes = preview.statistics.flatMap(({ span, kind, value }) => {
    const [from, to] = span.map(offset => shown.locate(previewed, offset)) as [number, number];
    const isSame = text.slice(from, to) === previewed.slice(...span);
    if (!isSame || value === null || !touches([from, to])) return [];
    if (frozen.some(each => each.span[0] <= from && to <= each.span[1])) return [];
    const declaration = parsed.declarations.findLast(each => each.span[0] <= from);
    const spelling = declaration ? spellingOf(declaration, text) : language.peek();
    const edit = freezeEdit({ span: [from, to], kind, value }, preview.asOf, {
      language: spelling,
      currency,
    });
    if (!edit) return [];
    const words = {
      text: text.slice(from, to),
      value: formatValue(kind, rounded(value, kind), currency),
    };
    return [{ title: t(assistTexts.freeze, words), edits: [edit] }];
  });
  return [...freezes, ...thaws];
}
