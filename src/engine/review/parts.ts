import { Bits } from '../../domain/index.ts';
import type { Result } from '../../rules/index.ts';
import { membersOf } from '../preview.ts';

/** A rule, or one level of a tier ('' = the rule as a whole). */
export interface ReviewPart {
  readonly kind: 'tag' | 'tier' | 'segment';
  readonly name: string;
  readonly level: string;
}

/** Who is in a part of a rule. */
export function rowsOf(result: Result, level: string, size: number): Bits {
  if (result.kind !== 'tier' || level === '') return membersOf(result, size);
  const code = result.levels.indexOf(level) + 1;
  return Bits.from(size, row => code > 0 && result.codes[row] === code);
}
