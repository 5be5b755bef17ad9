import { Dictionary, fieldNamed, foldSpelling, type Subject } from '../../../domain/index.ts';
import type { CatalogueField } from '../../../engine/index.ts';
import { type Completion, completions, constructs, highlight, type World } from '../../../rules/index.ts';
import { language } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { workspace } from '../workspace.ts';
import type { LanguageHooks, Suggestion } from './ruleLanguage.ts';

/** What the editor asks about the language: what may be written, and what a word means. */
export const ruleHooks: LanguageHooks = {
  async complete(text, offset) {
    const start = pieceBefore(text, offset);
    const found = completions(text, offset, await knownWorld(), language.peek());
    return found.map(each => suggestion(each, start));
  },
  hover(text, offset) {
    const piece = highlight(text).find(each => each.start <= offset && offset < each.end);
    if (!piece || (piece.class !== 'name' && piece.class !== 'keyword')) return null;
    const lines = meaning(text.slice(piece.start, piece.end));
    return lines ? { start: piece.start, end: piece.end, lines } : null;
  },
};

/** Where the piece being typed begins: a word, or the text inside of quotation marks. */
function pieceBefore(text: string, offset: number): number {
  const piece = highlight(text).find(each => each.start < offset && offset <= each.end);
  if (!piece) return offset;
  if (piece.class === 'string') {
    const closed = piece.end === offset && piece.end - piece.start > 1 && /["”＂]/.test(text[offset - 1]!);
    return closed ? offset : piece.start + 1;
  }
  return piece.class === 'name' || piece.class === 'keyword' ? piece.start : offset;
}

function suggestion(each: Completion, start: number): Suggestion {
  const field = each.kind === 'field' ? fieldNamed(each.label) : undefined;
  const opens = each.insert.endsWith('(');
  const escaped = each.insert.replace(/[\\$}]/g, '\\$&');
  return {
    label: each.label,
    insert: opens ? `${escaped}$0)` : escaped,
    start,
    kind: each.kind === 'declared' ? 'name' : each.kind,
    detail: field ? (language.peek() === 'zh' ? field.id : field.en) : '',
    help: each.help,
    filter: field ? [each.label, field.en, field.zh, field.id].join(' ') : each.label,
  };
}

/** What a word of the language means: a field of the catalogue, or an operator or function. */
function meaning(word: string): string[] | null {
  const now = language.peek();
  const field = fieldNamed(word);
  if (field) return [`${field[now]} · ${field.id}`, field.help[now], ...(field.define ? [field.define] : [])];
  const folded = foldSpelling(word);
  const construct = constructs.find(each =>
    [...each.en, ...each.zh].some(name => foldSpelling(name) === folded),
  );
  return construct ? [construct.help[now], construct.example[0]] : null;
}

let known: { of: string; catalogue: Promise<readonly CatalogueField[]> } | null = null;

/** The values that occur in the base, read once for as long as the base stays the same. */
async function knownWorld(): Promise<World> {
  const base = workspace.peek();
  const of = JSON.stringify([base?.customers, base?.orders, base?.interactions]);
  if (known?.of !== of) known = { of, catalogue: engine.catalogue() };
  let catalogue: readonly CatalogueField[] = [];
  try {
    catalogue = await known.catalogue;
  } catch (problem) {
    known = null;
    report(problem); // fields and functions can still be suggested
  }
  return {
    currency: base?.currency ?? 'CNY',
    dictionary(subject: Subject, id: string) {
      const found = catalogue.find(each => each.field.of === subject && each.field.id === id);
      return found ? new Dictionary(['', ...found.values.map(each => each.value)]) : null;
    },
  };
}
