import type { Run } from '../evaluate.ts';
import { type Finding, nameSpan } from './findings.ts';

/** Levels that nobody reaches, and customers whom no level takes. */
export function ladderFindings(run: Run): Finding[] {
  const found: Finding[] = [];
  for (const result of run.results) {
    if (result.kind !== 'tier') continue;
    const { name, levels, codes } = result;
    const counts = new Uint32Array(levels.length + 1);
    for (const code of codes) counts[code]!++;
    levels.forEach((level, index) => {
      if (counts[index + 1]! > 0) return;
      const span = levelSpan(run, name, index);
      found.push({ code: 'levelEmpty', severity: 'info', args: { name, level }, span, row: null });
    });
    const outside = counts[0]! > 0 ? knownOutside(run, name, codes) : [];
    const count = outside.length;
    if (count === 0) continue;
    const args = { name, count, percent: Math.round((100 * count) / run.size) };
    found.push({
      code: 'ladderGap',
      severity: 'warning',
      args,
      span: nameSpan(run, name),
      row: outside[0]!,
    });
  }
  return found;
}

/** Rows without a level though what the tier looks at is known of them: who is not measured is in no gap. */
function knownOutside(run: Run, name: string, codes: Uint8Array): number[] {
  const tier = run.checked.declarations.find(each => each.kind === 'tier' && each.name === name);
  const column = tier?.kind === 'tier' ? run.over(tier.by) : null;
  const values = typeof column === 'object' && column && 'values' in column ? column.values : null;
  const rows: number[] = [];
  codes.forEach((code, row) => {
    if (code === 0 && !(values && Number.isNaN(values[row]))) rows.push(row);
  });
  return rows;
}

function levelSpan(run: Run, name: string, index: number): Finding['span'] {
  const tier = run.checked.parsed.declarations.find(each => each.kind === 'tier' && each.name.text === name);
  const level = tier?.kind === 'tier' ? tier.levels[index] : undefined;
  return level?.name.span ?? nameSpan(run, name);
}
