import { Bits } from '../../domain/index.ts';
import type { CheckedSegment } from '../checked.ts';
import type { Run } from '../evaluate.ts';
import { type Finding, nameSpan } from './findings.ts';
import { ownCondition, setOf, writtenAs } from './own.ts';

/** Segments of one group that claim the same customers at equal priority, and customers whom no segment takes. */
export function groupFindings(run: Run): Finding[] {
  const groups = new Map<string, CheckedSegment[]>();
  for (const each of run.checked.declarations) {
    if (each.kind !== 'segment' || each.group === null) continue;
    groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  }
  return [...groups].flatMap(([group, members]) => [
    ...overlaps(run, group, members),
    ...gap(run, group, members),
  ]);
}

function overlaps(run: Run, group: string, members: readonly CheckedSegment[]): Finding[] {
  const claims = members.flatMap(each => {
    const condition = ownCondition(run, each);
    const written = writtenAs(run, each.name);
    const priority = written?.kind === 'segment' ? written.priority : null;
    return condition ? [{ name: each.name, priority, set: setOf(run, condition) }] : [];
  });
  const found: Finding[] = [];
  claims.forEach((first, index) => {
    for (const second of claims.slice(index + 1)) {
      if (first.priority !== second.priority) continue;
      const both = first.set.and(second.set);
      const count = both.count();
      if (count === 0) continue;
      const args = { group, name: second.name, other: first.name, count };
      const span = nameSpan(run, second.name);
      found.push({ code: 'groupOverlap', severity: 'warning', args, span, row: both.rows(0, 1)[0]! });
    }
  });
  return found;
}

function gap(run: Run, group: string, members: readonly CheckedSegment[]): Finding[] {
  const taken = members
    .map(each => setOf(run, each.when))
    .reduce((all, each) => all.or(each), new Bits(run.size));
  const left = taken.not();
  const count = left.count();
  if (count === 0) return [];
  const args = { group, count, percent: Math.round((100 * count) / run.size) };
  const first = members.reduce((one, other) => (other.span[0] < one.span[0] ? other : one));
  return [
    { code: 'groupGap', severity: 'info', args, span: nameSpan(run, first.name), row: left.rows(0, 1)[0]! },
  ];
}
