import type { Span } from '../../domain/index.ts';
import { parse } from '../parse.ts';
import { name as written } from '../print.ts';
import { foldName } from '../tokens.ts';
import { levelAt } from './levels.ts';
import { occurrencesOf, symbolAt } from './symbols.ts';

/** A part of the text to be replaced. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export type Renamed =
  | { readonly edits: readonly TextEdit[] }
  | { readonly refused: 'nothingHere' | 'nameEmpty' | 'nameTaken' | 'nameUnfit' };

/** Gives the declared name or the level at an offset another name, everywhere in the text and in messages, quoted as needed. */
export function renameAt(text: string, offset: number, newName: string): Renamed {
  const parsed = parse(text);
  const symbol = symbolAt(parsed, offset);
  const found = symbol ? null : levelAt(parsed, offset);
  if (!symbol && !found) return { refused: 'nothingHere' };
  const wanted = newName.trim().replace(/^(?:「(.*)」|`(.*)`)$/s, (_, corner, tick) => corner ?? tick);
  if (wanted === '') return { refused: 'nameEmpty' };
  const [old, folded] = [foldName((symbol?.name ?? found?.level.level)!), foldName(wanted)];
  const taken = found?.level.tier.levels ?? parsed.declarations;
  if (folded !== old && taken.some(each => foldName(each.name.text) === folded)) {
    return { refused: 'nameTaken' };
  }
  if (/[\n{}"“”]/.test(wanted) || (wanted.includes('`') && wanted.includes('」')))
    return { refused: 'nameUnfit' };
  if (found) {
    const edits = found.uses.map(({ span, quoted }) => {
      return { span, text: quoted ? `"${wanted}"` : written(wanted) };
    });
    return { edits };
  }
  const edits = occurrencesOf(parsed, symbol!.name).map(({ span, form }) => ({
    span,
    text: form === 'placeholder' ? wanted : written(wanted),
  }));
  return { edits };
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].sort((a, b) => b.span[0] - a.span[0]);
  return last.reduce(
    (now, { span: [start, end], text: part }) => now.slice(0, start) + part + now.slice(end),
    text,
  );
}
