import type { Span } from '../../domain/index.ts';
import { applyEdits, renameAt } from '../assist/rename.ts';
import type { Declaration } from '../ast.ts';
import { type Parsed, parse } from '../parse.ts';
import { print, name as written } from '../print.ts';
import type { TestDeclaration } from '../tests/tree.ts';
import { foldName } from '../tokens.ts';

/** What happens to a rule of the pack whose name means something else in the draft. */
export type Choice = 'keep' | 'replace' | 'rename';

/** A declaration or test of a pack, against the draft that it is to be added to. */
export interface PackItem {
  readonly kind: Declaration['kind'] | 'test';
  readonly name: string;
  /** 'added': the name is free; 'same': the draft says the same already; 'conflict': it says something else. */
  readonly state: 'added' | 'same' | 'conflict';
}

export interface Merged {
  readonly text: string;
  /** Where the first of what was added begins, the end of the text where nothing was. */
  readonly start: number;
  /** The names under which rules of the pack that had to give way were added. */
  readonly renamed: ReadonlyMap<string, string>;
}

type Piece = Declaration | TestDeclaration;

/** What adding the pack to the draft would add, find there already, and run into, in order of the pack. */
export function packItems(draft: string, pack: string): PackItem[] {
  const own = parse(draft);
  return piecesOf(parse(pack)).map(piece => {
    const state = stateOf(piece, parse(pack), own);
    return { kind: piece.kind, name: piece.name.text, state };
  });
}

/**
 * The draft with the pack behind it under `heading` (a comment). What the draft says already is left out; a name
 * that means something else there is kept, replaced or given to the pack's rule with a number behind it, as chosen
 * (`choices` by name; 'rename' where none is given). Nothing of the draft is lost but what is to be replaced.
 */
export function mergePack(
  draft: string,
  pack: string,
  heading: string,
  choices: ReadonlyMap<string, Choice>,
): Merged {
  const own = parse(draft);
  const items = piecesOf(parse(pack)).map(piece => ({ piece, state: stateOf(piece, parse(pack), own) }));
  const chosen = (name: string) => choices.get(name) ?? 'rename';
  const giving = items.filter(
    ({ piece, state }) => state === 'conflict' && chosen(piece.name.text) === 'rename',
  );
  const { text, renamed } = renameAll(
    pack,
    giving.map(({ piece }) => piece),
    new Set([...piecesOf(own), ...items.map(({ piece }) => piece)].map(each => foldName(each.name.text))),
  );
  const blocks = blocksOf(parse(text));
  const added: string[] = [];
  const replaced: { span: Span; text: string }[] = [];
  items.forEach(({ piece, state }, index) => {
    const block = blocks[index]!;
    if (state === 'added' || (state === 'conflict' && chosen(piece.name.text) === 'rename'))
      added.push(block.whole);
    else if (state === 'conflict' && chosen(piece.name.text) === 'replace') {
      const mine = piecesOf(own).find(each => isRival(each, piece));
      if (mine) replaced.push({ span: mine.span, text: block.bare });
    }
  });
  const kept = applyEdits(draft, replaced).trimEnd();
  if (added.length === 0) return { text: `${kept}\n`, start: kept.length, renamed };
  const before = kept === '' ? '' : `${kept}\n\n`;
  const body = added
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: `${before}# ${heading}\n\n${body}\n`, start: before.length, renamed };
}

function piecesOf(parsed: Parsed): Piece[] {
  return [...parsed.declarations, ...parsed.tests]
    .filter(each => !each.broken)
    .sort((a, b) => a.span[0] - b.span[0]);
}

/** Tests have names of their own; among declarations each name stands for one, whatever its kind. */
function isRival(one: Piece, other: Piece): boolean {
  return (
    (one.kind === 'test') === (other.kind === 'test') && foldName(one.name.text) === foldName(other.name.text)
  );
}

function stateOf(piece: Piece, of: Parsed, draft: Parsed): PackItem['state'] {
  const rival = piecesOf(draft).find(each => isRival(each, piece));
  if (!rival) return 'added';
  return meaning(piece, of) === meaning(rival, draft) ? 'same' : 'conflict';
}

/** A declaration in standard layout, so that spelling and comments make no difference. */
function meaning(piece: Piece, of: Parsed): string {
  const alone = { ...piece, comments: [] };
  const declarations = alone.kind === 'test' ? [] : [alone];
  const tests = alone.kind === 'test' ? [alone] : [];
  return print({ ...of, declarations, tests, strays: [], comments: [] }, 'en');
}

function renameAll(pack: string, pieces: readonly Piece[], taken: Set<string>) {
  const renamed = new Map<string, string>();
  let text = pack;
  for (const { kind, name } of pieces) {
    const free = freeName(name.text, taken);
    const piece = piecesOf(parse(text)).find(
      each => each.name.text === name.text && (each.kind === 'test') === (kind === 'test'),
    );
    if (!piece) continue;
    const edits =
      kind === 'test'
        ? { edits: [{ span: piece.name.span, text: written(free) }] }
        : renameAt(text, piece.name.span[0], free);
    if (!('edits' in edits)) continue;
    text = applyEdits(text, edits.edits);
    taken.add(foldName(free));
    renamed.set(name.text, free);
  }
  return { text, renamed };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const free = /[\p{L}\p{N}]$/u.test(name) && !/\s/.test(name) ? `${name}${number}` : `${name} ${number}`;
    if (!taken.has(foldName(free))) return free;
  }
}

/** Each piece as it is written: by itself, and with the comments and empty lines above it. */
function blocksOf(parsed: Parsed): { bare: string; whole: string }[] {
  let end = 0;
  return piecesOf(parsed).map(({ span }) => {
    const bare = parsed.text.slice(...span);
    const whole = parsed.text
      .slice(end, span[1])
      .replace(/^[^\n]*\n/, match => (end > 0 && match.trim() === '' ? '' : match));
    end = span[1];
    return { bare, whole };
  });
}
