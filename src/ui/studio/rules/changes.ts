import { type Declaration, parse, print } from '../../../rules/index.ts';

/** A declaration that is not the same in two texts. */
export interface Change {
  readonly kind: Declaration['kind'];
  readonly name: string;
  readonly what: 'added' | 'removed' | 'changed';
}

/**
 * What has changed between two rule texts, declaration by declaration, in the order of the new text, removals last.
 * Comments, layout, the order of declarations and the spelling of keywords are no changes.
 */
export function changesBetween(before: string, after: string): Change[] {
  if (before === after) return [];
  const old = declarationsOf(before);
  const now = declarationsOf(after);
  const changes: Change[] = [];
  for (const [key, { kind, name, body }] of now) {
    const earlier = old.get(key);
    if (!earlier) changes.push({ kind, name, what: 'added' });
    else if (earlier.body !== body) changes.push({ kind, name, what: 'changed' });
  }
  for (const [key, { kind, name }] of old) {
    if (!now.has(key)) changes.push({ kind, name, what: 'removed' });
  }
  return changes;
}

function declarationsOf(
  text: string,
): Map<string, { kind: Declaration['kind']; name: string; body: string }> {
  const found = new Map<string, { kind: Declaration['kind']; name: string; body: string }>();
  const parsed = parse(text);
  for (const declaration of parsed.declarations) {
    const { kind, name } = declaration;
    const alone = {
      ...parsed,
      strays: [],
      tests: [],
      comments: [],
      declarations: [{ ...declaration, comments: [] }],
    };
    found.set(`${kind} ${name.text}`, { kind, name: name.text, body: print(alone, 'en') });
  }
  return found;
}
