import { type Field, fieldNamed, foldSpelling, isOwn, type Span, valueLabel } from '../../../domain/index.ts';
import type { DeclarationKind, Summary } from '../../../engine/index.ts';
import { assistTexts, rulesTexts } from '../../../i18n/studio.ts';
import {
  constructs,
  fixesFor,
  formatEdits,
  highlight,
  levelAt,
  occurrencesOf,
  outlineOf,
  parse,
  renameAt,
  type Suggested,
  signatureAt,
  snippetParts,
  suggestions,
  symbolAt,
  type TextEdit,
} from '../../../rules/index.ts';
import { formatValue, language, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { count, shareText } from '../words.ts';
import { workspace } from '../workspace.ts';
import { freezingsAt } from './freezing.ts';
import { countsIn, notesAtOnce, ownFields, readCatalogue, worldOf } from './knownWorld.ts';
import type { Explanation, LanguageHooks, OutlineItem, Replacement, Suggestion } from './languageHooks.ts';
import { rounded } from './lenses.ts';
import { draft } from './session.ts';
import { sparkline } from './sparkline.ts';

/** What the editor asks about the language and the base. */
export const ruleHooks: LanguageHooks = {
  async complete(text, offset) {
    const catalogue = await readCatalogue();
    const start = pieceBefore(text, offset);
    const counts = countsIn(catalogue);
    return suggestions(text, offset, worldOf(catalogue, false), language.peek()).map(each =>
      suggestion(each, start, counts, ownFields.peek()),
    );
  },
  hover,
  call(text, offset) {
    const found = signatureAt(text, offset, language.peek());
    if (!found) return null;
    let label = `${found.name}(`;
    const parameters = found.parameters.map((parameter, index) => {
      if (index > 0) label += ', ';
      const start = label.length;
      label += parameter;
      return [start, label.length] as const;
    });
    return {
      label: `${label})`,
      parameters,
      active: found.active,
      help: found.construct.help[language.peek()],
    };
  },
  symbol(text, offset) {
    const parsed = parse(text);
    const symbol = symbolAt(parsed, offset);
    const found = symbol ? null : levelAt(parsed, offset);
    if (found) {
      const { level, uses } = found;
      return {
        name: level.level,
        at: stretch(level.span),
        places: uses.map(each => stretch(each.span)),
      };
    }
    if (!symbol) return null;
    const places = occurrencesOf(parsed, symbol.name);
    const first = places.filter(each => each.form === 'declares');
    const rest = places.filter(each => each.form !== 'declares');
    return {
      name: symbol.name,
      at: stretch(symbol.span),
      places: [...first, ...rest].map(each => stretch(each.span)),
    };
  },
  rename(text, offset, name) {
    const renamed = renameAt(text, offset, name);
    return 'edits' in renamed ? renamed.edits.map(replacement) : t(assistTexts[`rename${renamed.refused}`]);
  },
  outline: text =>
    outlineOf(parse(text)).map(({ kind, name, span, nameSpan }) => ({
      name,
      detail: kindText(kind),
      kind: (`kind${kind}` in rulesTexts ? kind : 'other') as OutlineItem['kind'],
      nameAt: stretch(nameSpan),
      ...stretch(span),
    })),
  format: text => formatEdits(text).map(replacement),
  fixes(text, start, end) {
    const touching = (notesAtOnce(text) ?? []).filter(({ span }) => span[0] <= end && start <= span[1]);
    const fixes = touching.flatMap(note =>
      fixesFor(text, note).map(({ code, args, edits }) => ({
        title: t(assistTexts[`fix${code}`], args),
        edits: edits.map(replacement),
        mends: true,
      })),
    );
    const freezings = freezingsAt(text, start, end).map(({ title, edits }) => ({
      title,
      edits: edits.map(replacement),
      mends: false,
    }));
    return [...fixes, ...freezings];
  },
  inlays(text) {
    const previewed = draft.peek()?.previewed.peek();
    if (previewed == null) return [];
    return (draft.peek()?.preview.peek()?.statistics ?? []).flatMap(({ span, kind, value }) => {
      const [start, end] = span.map(offset => draft.peek()!.locate(previewed, offset)) as [number, number];
      if (value === null || text.slice(start, end) !== previewed.slice(...span)) return [];
      const shown = formatValue(kind, rounded(value, kind), currency());
      return [{ offset: end, text: shown, title: t(assistTexts.inlay) }];
    });
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

function suggestion(
  each: Suggested,
  start: number,
  counts: ReturnType<typeof countsIn>,
  own: readonly Field[],
): Suggestion {
  const field = each.kind === 'field' ? fieldNamed(each.label, undefined, own) : undefined;
  const stored = each.stored && counts(each.stored.field.of, each.stored.field.id, each.stored.value);
  return {
    label: each.label,
    insert: insertion(each),
    start,
    kind: each.snippet ? 'snippet' : each.kind === 'declared' ? 'name' : each.kind,
    detail: detailOf(each, field, stored),
    help: each.help,
    filter: field ? [each.label, field.en, field.zh, field.id].join(' ') : filterOf(each),
  };
}

function detailOf(each: Suggested, field: ReturnType<typeof fieldNamed>, occurs: number | undefined): string {
  if (each.snippet) return t(assistTexts.snippet);
  if (each.kind === 'value') return count(occurs ?? 0);
  if (each.kind === 'declared') {
    const shown = draft
      .peek()
      ?.shown.peek()
      .find(declaration => declaration.name === each.label);
    return shown ? `${kindText(shown.kind)} · ${count(shown.count)}` : '';
  }
  if (!field) return '';
  if (isOwn(field)) return t(assistTexts[`unit${field.kind}`]);
  return language.peek() === 'zh' ? field.id : field.en;
}

/** A value is found by its stored form as well, and inside of quotation marks as outside. */
function filterOf({ label, insert, stored }: Suggested): string {
  return stored ? [insert, label, stored.value].join(' ') : label;
}

function insertion(each: Suggested): string {
  const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  if (!each.snippet) return each.insert.endsWith('(') ? `${escaped(each.insert)}$0)` : escaped(each.insert);
  let place = 0;
  return snippetParts(each.insert)
    .map(({ text, fill }) => (fill ? `\${${++place}:${escaped(text)}}` : escaped(text)))
    .join('');
}

async function hover(text: string, offset: number): Promise<Explanation | null> {
  const piece = highlight(text).find(each => each.start <= offset && offset < each.end);
  if (!piece || (piece.class !== 'name' && piece.class !== 'keyword')) return null;
  const at = { start: piece.start, end: piece.end };
  const word = text.slice(piece.start, piece.end).replace(/^[「`]|[」`]$/g, '');
  const symbol = symbolAt(parse(text), offset);
  if (symbol) return { ...at, ...(await declaredMeaning(symbol.name)) };
  const now = language.peek();
  await readCatalogue();
  const field = fieldNamed(word, undefined, ownFields.peek());
  if (field) {
    const summary = field.of === 'customer' ? await summaryOf(word) : null;
    const unit = t(assistTexts[`unit${field.kind}`]);
    return {
      ...at,
      title: [field[now], ...(isOwn(field) ? [] : [field.id]), unit].join(' · '),
      lines: [field.help[now], ...(field.define ? [field.define] : []), ...summaryLines(summary, word)],
      picture: pictureOf(summary),
    };
  }
  const folded = foldSpelling(word);
  const construct = constructs.find(each =>
    [...each.en, ...each.zh].some(name => foldSpelling(name) === folded),
  );
  return construct
    ? { ...at, title: word, lines: [construct.help[now], construct.example[0]], picture: null }
    : null;
}

async function declaredMeaning(name: string): Promise<Pick<Explanation, 'title' | 'lines' | 'picture'>> {
  const shown = draft
    .peek()
    ?.shown.peek()
    .find(each => each.name === name);
  if (!shown) return { title: name, lines: [], picture: null };
  const title = `${name} · ${kindText(shown.kind)}`;
  if (shown.kind === 'metric') {
    const summary = await summaryOf(name);
    return { title, lines: summaryLines(summary, name), picture: pictureOf(summary) };
  }
  const levels = shown.levels.map(level => `${level.name} ${count(level.count)}`).join(' · ');
  const held = t(assistTexts.declared, { count: shown.count, share: shareText(shown.share) });
  return { title, lines: levels ? [held, levels] : [held], picture: null };
}

async function summaryOf(name: string): Promise<Summary | null> {
  const text = draft.peek()?.previewed.peek();
  if (text == null || !workspace.peek()?.customers) return null;
  try {
    return await engine.summary(text, name);
  } catch (problem) {
    report(problem); // what the name means is told all the same
    return null;
  }
}

function summaryLines(summary: Summary | null, name: string): string[] {
  if (!summary) return [];
  const { kind, known, unknown, mean, median, values } = summary;
  const lines = [t(assistTexts.known, { known, all: known + unknown })];
  const show = (value: number) => formatValue(kind, rounded(value, kind), currency());
  if (mean !== null && median !== null && kind !== 'date' && kind !== 'flag') {
    lines.push(t(assistTexts.middle, { mean: show(mean), median: show(median) }));
  }
  const field = fieldNamed(name, 'customer');
  if (values.length > 0) {
    const frequent = values.slice(0, 5).map(({ value, count: times }) => {
      const label = field ? valueLabel(field, value, language.peek()) : value;
      return t(assistTexts.valueCount, { value: label, count: times });
    });
    lines.push(frequent.join(' · '));
  }
  return lines;
}

function pictureOf(summary: Summary | null): Explanation['picture'] {
  if (!summary || summary.bins.length < 2) return null;
  const { kind, bins, low, high } = summary;
  const words = t(assistTexts.picture, {
    low: formatValue(kind, rounded(low, kind), currency()),
    high: formatValue(kind, rounded(high, kind), currency()),
  });
  return { address: sparkline(bins), words };
}

function kindText(kind: string): string {
  const row = Object.hasOwn(rulesTexts, `kind${kind}`) && rulesTexts[`kind${kind as DeclarationKind}`];
  return row ? t(row) : kind;
}

function currency(): string {
  return workspace.peek()?.currency ?? 'CNY';
}

function stretch([start, end]: Span): { start: number; end: number } {
  return { start, end };
}

function replacement({ span, text }: TextEdit): Replacement {
  return { ...stretch(span), text };
}
