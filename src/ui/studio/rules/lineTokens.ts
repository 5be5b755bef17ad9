import { fields, foldSpelling, namesOf } from '../../../domain/index.ts';
import { highlight } from '../../../rules/index.ts';
import type { Token } from './ruleLanguage.ts';

const fieldNames = new Set(fields.flatMap(field => namesOf(field).map(foldSpelling)));

/** The coloured pieces of one line of rule text. The language knows no piece that goes over a line's end. */
export function lineTokens(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const { start, end, class: kind } of highlight(line)) {
    if (start > at) tokens.push({ start: at, kind: 'name' });
    if (kind === 'keyword') tokens.push({ start, kind: start === 0 ? 'declaration' : 'keyword' });
    else if (kind === 'duration') tokens.push({ start, kind: 'number' });
    else if (kind === 'name' && fieldNames.has(foldSpelling(line.slice(start, end)))) {
      tokens.push({ start, kind: 'field' });
    } else tokens.push({ start, kind });
    at = end;
  }
  if (at < line.length) tokens.push({ start: at, kind: 'name' });
  return tokens;
}
