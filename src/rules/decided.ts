import { Bits } from '../domain/index.ts';
import type { CheckedDeclaration, CheckedTier } from './checked.ts';
import type { Coded, Decisions, Planner, Step } from './plan.ts';

/** The outcome of a rule with what people decided in its place; metrics and actions nobody decides. */
export function planDecided(
  plan: Planner,
  declaration: CheckedDeclaration,
  ruled: Step<unknown>,
): Step<unknown> {
  if (declaration.kind === 'metric' || declaration.kind === 'action') return ruled;
  const key = decidedKey(declaration.kind, declaration.name);
  return plan.step(
    `decided:${key}`,
    [ruled],
    ({ decided }, outcome) => {
      const decisions = decided?.get(key);
      if (!decisions) return outcome;
      return declaration.kind === 'tier'
        ? levelsWith(outcome as Coded, declaration, decisions)
        : bitsWith(outcome as Bits, decisions);
    },
    { decides: true },
  );
}

/** Under which what is decided against a rule is found. */
export function decidedKey(kind: string, name: string): string {
  return `${kind} ${name}`;
}

/** A level that the tier does not have decides nothing. */
function levelsWith(outcome: Coded, { levels }: CheckedTier, decisions: Decisions): Coded {
  const codes = Uint8Array.from(outcome.codes);
  for (const [row, to] of decisions) {
    const code = to === null ? 0 : levels.findIndex(level => level.name === to) + 1;
    if ((to === null || code > 0) && row < codes.length) codes[row] = code;
  }
  return { ...outcome, codes };
}

function bitsWith(outcome: Bits, decisions: Decisions): Bits {
  const bits = new Bits(outcome.size, outcome.words.slice());
  for (const [row, to] of decisions) {
    if (row >= bits.size || typeof to !== 'boolean') continue;
    if (to) bits.add(row);
    else bits.words[row >>> 5]! &= ~(1 << (row & 31));
  }
  return bits;
}
