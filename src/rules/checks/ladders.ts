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
    const count = counts[0]!;
    if (count === 0) continue;
    const args = { name, count, percent: Math.round((100 * count) / run.size) };
    found.push({
      code: 'ladderGap',
      severity: 'warning',
      args,
      span: nameSpan(run, name),
      row: codes.indexOf(0),
    });
  }
  return found;
}

function levelSpan(run: Run, name: string, index: number): Finding['span'] {
  const tier = run.checked.parsed.declarations.find(each => each.kind === 'tier' && each.name.text === name);
  const level = tier?.kind === 'tier' ? tier.levels[index] : undefined;
  return level?.name.span ?? nameSpan(run, name);
}
