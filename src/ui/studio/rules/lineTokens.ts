import { type Field, fields, foldSpelling, namesOf, plainName } from '../../../domain/index.ts';
import { highlight } from '../../../rules/index.ts';
import type { Token } from './ruleLanguage.ts';

const catalogue = spelledNames(fields);

/** All the names of fields, folded: what `lineTokens` is to know of the workspace's own. */
export function spelledNames(named: readonly Field[]): ReadonlySet<string> {
  return new Set(named.flatMap(field => namesOf(field).map(foldSpelling)));
}

/**
 * The coloured pieces of one line of rule text; `own` are the names of the workspace's own fields. The language knows
 * no piece that goes over a line's end.
 */
export function lineTokens(line: string, own: ReadonlySet<string>): Token[] {
  const isField = (written: string) => {
    const name = foldSpelling(plainName(written));
    return catalogue.has(name) || own.has(name);
  };
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, class: kind } of highlight(line)) {
    if (start > at) tokens.push({ start: at, kind: 'name' });
    if (kind === 'keyword') tokens.push({ start, kind: start === 0 ? 'declaration' : 'keyword' });
    else if (kind === 'duration') tokens.push({ start, kind: 'number' });
    else if (kind === 'name' && isField(line.slice(start, end))) {
      tokens.push({ start, kind: 'field' });
    } else tokens.push({ start, kind });
    at = end;
  }
  if (at < line.length) tokens.push({ start: at, kind: 'name' });
  return tokens;
}
