import { Bits } from '../../domain/index.ts';
import { measuresOf } from '../assist/measures.ts';
import type { Run } from '../evaluate.ts';
import type { Typed } from '../types.ts';
import type { Finding } from './findings.ts';

/** From which share of all customers on a value is crowded. */
const many = 0.1;

/** Bounds on which many customers sit: a little more or less moves all of them at once. */
export function crowded(run: Run): Finding[] {
  const found: Finding[] = [];
  for (const { kind, name } of run.checked.declarations) {
    if (kind === 'metric') continue;
    for (const { value, thresholds } of measuresOf(run.checked, name)) {
      const values = numbersOf(run, value);
      if (!values) continue;
      for (const { relation, bound, span, level } of thresholds) {
        const at = run.over(bound);
        if (typeof at !== 'number' || relation === '=' || relation === '!=') continue;
        if (value.kind === 'number' && isExistence(relation, at)) continue;
        if (!separates(relation, at, values)) continue;
        const rows = values.reduce((total, each) => total + (each === at ? 1 : 0), 0);
        if (rows <= many * run.size) continue;
        const subject = run.checked.parsed.text.slice(...value.node.span).replace(/\s+/g, ' ');
        const args = {
          name,
          subject,
          level,
          value: at,
          kind: value.kind,
          count: rows,
          percent: Math.round((100 * rows) / run.size),
        };
        found.push({
          code: 'crowdedThreshold',
          severity: value.kind === 'number' ? 'info' : 'warning',
          args,
          span,
          row: values.indexOf(at),
        });
      }
    }
  }
  return found;
}

/** Whether anybody is on the other side of the bound than those who sit on it. */
function separates(relation: string, bound: number, values: Float64Array): boolean {
  const below = relation === '>=' || relation === '<';
  return values.some(value => (below ? value < bound : value > bound));
}

/** `frequency >= 1` asks whether there is any: that many have exactly one says nothing. */
function isExistence(relation: string, bound: number): boolean {
  return (
    ((relation === '>=' || relation === '<') && bound === 1) ||
    ((relation === '>' || relation === '<=') && bound === 0)
  );
}

function numbersOf(run: Run, value: Typed): Float64Array | null {
  const column = run.over(value);
  return typeof column === 'number' || column instanceof Bits || column.form !== 'numeric'
    ? null
    : column.values;
}
