import type { Bits, Note, Span } from '../../domain/index.ts';
import type { CheckedDeclaration } from '../checked.ts';
import type { Result, Run } from '../evaluate.ts';
import type { Typed } from '../types.ts';
import { crowded } from './crowded.ts';
import { groupFindings } from './groups.ts';
import { idleConditions } from './idle.ts';
import { ladderFindings } from './ladders.ts';
import { ownCondition, ownNodes, said, setOf, writtenAs } from './own.ts';
import { unusedMetrics } from './unused.ts';

/** Something that the data say of the rules, though the text is sound. Texts in src/i18n/checks.ts. */
export interface Finding extends Note {
  readonly severity: 'warning' | 'info';
  /** A customer on whom it shows, null where the numbers in `args` tell it all. */
  readonly row: number | null;
}

/** Who was in what before: sets of the published version over the same rows, by name. */
export interface PublishedSets {
  readonly segments: readonly { readonly name: string; readonly bits: Bits }[];
}

/** A base with fewer customers says little of rules. */
const enough = 20;

/** From which share of all customers on a segment is large, of its members on it has changed much. */
const large = 0.2;

/** From which Jaccard index on two sets are taken for the same. */
const nearlyEqual = 0.95;

/** What the base says of the rules of a run, in order of the text. Nothing for a base of a few customers. */
export function findings(run: Run, published: PublishedSets | null): Finding[] {
  const found: Finding[] = [...unusedMetrics(run.checked)];
  if (run.size >= enough) {
    for (const result of run.results) found.push(...ofOne(run, result, published));
    found.push(...crowded(run), ...twins(run), ...ladderFindings(run), ...groupFindings(run));
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** Where the text declares a name. */
export function nameSpan(run: Run, name: string): Span {
  return writtenAs(run, name)?.name.span ?? [0, 0];
}

function ofOne(run: Run, result: Result, published: PublishedSets | null): Finding[] {
  const declaration = run.checked.declarations.find(each => each.name === result.name);
  if (!('bits' in result) || !declaration || toldAtTarget(run, result)) return [];
  const { name, bits, kind } = result;
  const base = { span: nameSpan(run, name), row: null };
  const count = bits.count();
  if (count === 0) {
    const why = whyNever(run, declaration);
    return why ? [{ ...base, severity: 'warning', ...why }] : [];
  }
  if (count === run.size) {
    return [{ ...base, code: 'alwaysTrue', severity: 'warning', args: { name, count } }];
  }
  const found: Finding[] = idleConditions(run, declaration);
  if (kind !== 'segment') return found;
  if (count > large * run.size) {
    const args = { name, count, percent: Math.round((100 * count) / run.size) };
    found.push({ ...base, code: 'segmentLarge', severity: 'warning', args });
  }
  const before = published?.segments.find(each => each.name === name)?.bits;
  if (before && before.size === bits.size) {
    const [enters, leaves] = [bits.minus(before), before.minus(bits)];
    const moved = enters.count() + leaves.count();
    if (moved > large * Math.max(1, before.count())) {
      const args = { name, enters: enters.count(), leaves: leaves.count(), before: before.count() };
      const row = enters.or(leaves).rows(0, 1)[0] ?? null;
      found.push({ ...base, code: 'segmentChanged', severity: 'warning', args, row });
    }
  }
  return found;
}

/** Which part of a condition holds for nobody, where one does; null where the checker says that its value does not occur. */
function whyNever(run: Run, declaration: CheckedDeclaration): Pick<Finding, 'code' | 'args'> | null {
  const { name } = declaration;
  const condition = ownCondition(run, declaration);
  if (condition && setOf(run, condition).count() > 0) return { code: 'neverTrueInGroup', args: { name } };
  if (condition?.form === 'operation' && condition.construct.id === 'and') {
    const nodes = ownNodes(run, name);
    const parts = condition.operands.filter(part => nodes.has(part.node));
    const none = parts.find(part => setOf(run, part).count() === 0);
    if (none && saysNoSuchValue(run, none)) return null;
    if (none) return { code: 'neverTruePart', args: { name, condition: said(run, none) } };
    if (parts.length > 1) return { code: 'neverTrueTogether', args: { name, count: parts.length } };
  }
  if (condition && saysNoSuchValue(run, condition)) return null;
  return { code: 'neverTrue', args: { name } };
}

/** Whether a single comparison has a note that its value does not occur. */
function saysNoSuchValue({ checked }: Run, part: Typed): boolean {
  if (part.form !== 'operation' || part.construct.form === 'chain') return false;
  const [start, end] = part.node.span;
  return checked.notes.some(({ code, span }) => {
    return code.startsWith('unknownValue') && start <= span[0] && span[1] <= end;
  });
}

/** Whether an action holds for nobody only because its segment does: told there. */
function toldAtTarget(run: Run, result: Result): boolean {
  if (result.kind !== 'action' || !result.target) return false;
  const target = run.results.find(each => each.name === result.target);
  return target !== undefined && 'bits' in target && target.bits.count() === 0;
}

/** Tags and segments that hold for nearly the same customers, unless one only hands on the other. */
function twins(run: Run): Finding[] {
  const sets = run.results
    .flatMap(each =>
      each.kind === 'tag' || each.kind === 'segment' ? [{ ...each, count: each.bits.count() }] : [],
    )
    .filter(each => each.count > 0 && each.count < run.size)
    .sort((a, b) => a.count - b.count);
  const found: Finding[] = [];
  sets.forEach((smaller, index) => {
    for (const greater of sets.slice(index + 1)) {
      if (smaller.count < nearlyEqual * greater.count) break;
      const both = smaller.bits.and(greater.bits).count();
      const either = smaller.count + greater.count - both;
      if (both < nearlyEqual * either || handsOn(run, smaller.name, greater.name)) continue;
      const [first, second] = smaller.span[0] < greater.span[0] ? [smaller, greater] : [greater, smaller];
      const row = first.bits.xor(second.bits).rows(0, 1)[0] ?? null;
      const args = { name: second.name, other: first.name, both, either };
      found.push({ code: 'nearlyEqual', severity: 'info', args, span: nameSpan(run, second.name), row });
    }
  });
  return found;
}

function handsOn({ checked }: Run, one: string, other: string): boolean {
  return checked.declarations.some(each => {
    if (each.name !== one && each.name !== other) return false;
    if (!('when' in each) || each.when?.form !== 'declared') return false;
    return each.when.declaration.name === one || each.when.declaration.name === other;
  });
}
