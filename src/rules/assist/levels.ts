import type { Span } from '../../domain/index.ts';
import type { Expression, TierDeclaration } from '../ast.ts';
import type { Parsed } from '../parse.ts';
import { foldName } from '../tokens.ts';
import { allOf, expressionsOf, partsOf } from './nodes.ts';

/** A place where the text writes the name of a tier's level; `quoted` where it does so as a text. */
export interface LevelUse {
  readonly tier: TierDeclaration;
  readonly level: string;
  readonly span: Span;
  readonly quoted: boolean;
}

/** Every place where the text writes a level: in its tier, and in conditions and tests that compare the tier. */
function levelUses(parsed: Parsed): LevelUse[] {
  const tiers = new Map(
    parsed.declarations.flatMap(each =>
      each.kind === 'tier' ? [[foldName(each.name.text), each] as const] : [],
    ),
  );
  const found: LevelUse[] = [];
  for (const tier of tiers.values()) {
    for (const { name } of tier.levels) {
      found.push({ tier, level: name.text, span: name.span, quoted: parsed.text[name.span[0]] === '"' });
    }
  }
  const expressions = [
    ...parsed.declarations.flatMap(expressionsOf),
    ...parsed.tests.flatMap(test => partsOf(test)),
  ];
  for (const expression of expressions.flatMap(each => [...allOf(each)])) {
    if (expression.kind !== 'operation') continue;
    const [subject, ...compared] = expression.operands;
    const tier =
      (subject?.kind === 'name' || subject?.kind === 'reference') && tiers.get(foldName(subject.name));
    if (!tier) continue;
    for (const each of compared.flatMap(listed)) {
      const level = each.kind === 'name' ? each.name : each.kind === 'text' ? each.value : null;
      if (level === null || !tier.levels.some(({ name }) => foldName(name.text) === foldName(level)))
        continue;
      found.push({ tier, level, span: each.span, quoted: each.kind === 'text' });
    }
  }
  return found;
}

function listed(expression: Expression): readonly Expression[] {
  return expression.kind === 'list' ? expression.items : [expression];
}

/** The level at an offset of the text, and everywhere that the text writes it, its tier first; null for none. */
export function levelAt(
  parsed: Parsed,
  offset: number,
): { readonly level: LevelUse; readonly uses: readonly LevelUse[] } | null {
  const all = levelUses(parsed);
  const level = all.find(({ span: [start, end] }) => start <= offset && offset <= end);
  if (!level) return null;
  const folded = foldName(level.level);
  return { level, uses: all.filter(use => use.tier === level.tier && foldName(use.level) === folded) };
}
