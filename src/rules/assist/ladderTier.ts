import { fieldOf, nameInRules } from '../../domain/index.ts';
import type { Language } from '../../i18n/index.ts';
import type { TierDeclaration } from '../ast.ts';
import { findField } from '../names.ts';
import { parse } from '../parse.ts';
import { name as written } from '../print.ts';
import { foldName } from '../tokens.ts';

/** A tier to be declared over the level of the ladder. */
export interface LadderTier {
  readonly name: string;
  /** The highest first. */
  readonly levels: readonly string[];
}

/**
 * The text with a tier over the ladder, and where that tier begins. One that is there already is written anew, with
 * the name it has; else the tier comes before all others, for the first one is what cards show.
 */
export function putLadderTier(
  text: string,
  tier: LadderTier,
  language: Language,
): { readonly text: string; readonly start: number } {
  const { declarations } = parse(text);
  const tiers = declarations.filter(each => each.kind === 'tier');
  const same = tiers.find(isOverLadder);
  if (same) {
    const [start, end] = same.span;
    const declared = declarationOf({ ...tier, name: same.name.text }, language);
    return { text: text.slice(0, start) + declared + text.slice(end).replace(/^(?!\n|$)/, '\n'), start };
  }
  const taken = new Set(declarations.map(each => foldName(each.name.text)));
  let name = tier.name;
  for (let number = 2; taken.has(foldName(name)); number++) name = `${tier.name} ${number}`;
  const start = tiers[0]
    ? aboveComments(text, tiers[0].span[0])
    : text.trimEnd().length + (text.trim() ? 2 : 0);
  const declared = declarationOf({ ...tier, name }, language);
  const before = tiers[0] ? text.slice(0, start) : text.trim() ? `${text.trimEnd()}\n\n` : '';
  return { text: `${before}${declared}\n${tiers[0] ? `\n${text.slice(start)}` : ''}`, start };
}

function isOverLadder({ by }: TierDeclaration): boolean {
  return by.kind === 'name' && findField('customer', by.name)?.id === 'ladderLevel';
}

function declarationOf({ name, levels }: LadderTier, language: Language): string {
  const words = language === 'zh' ? ['等级', '按', '达到'] : ['tier', 'by', 'from'];
  const field = nameInRules(fieldOf('customer', 'ladderLevel'), language);
  const lines = levels.map((level, at) => `  ${written(level)} ${words[2]} ${levels.length - at}`);
  return `${words[0]} ${written(name)} ${words[1]} ${field} {\n${lines.join('\n')}\n}`;
}

/** The beginning of the comments that stand right above an offset. */
function aboveComments(text: string, offset: number): number {
  const above = text.slice(0, offset);
  return offset - (/(?:^|(?<=\n))(?:[ \t]*(?:#|\/\/)[^\n]*\n)+$/.exec(above)?.[0].length ?? 0);
}
