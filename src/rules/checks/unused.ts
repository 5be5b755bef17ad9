import { allOf, partsOf } from '../assist/nodes.ts';
import type { Declaration } from '../ast.ts';
import type { Checked } from '../checked.ts';
import { foldName } from '../tokens.ts';
import type { Finding } from './findings.ts';

/** Metrics that no other declaration looks at and no message shows. */
export function unusedMetrics({ parsed }: Checked): Finding[] {
  const used = new Set<string>();
  for (const declaration of [...parsed.declarations, ...parsed.tests]) {
    const own = foldName(declaration.name.text);
    for (const name of namesIn(declaration)) if (foldName(name) !== own) used.add(foldName(name));
  }
  return parsed.declarations
    .filter(({ kind, name }) => kind === 'metric' && name.text !== '' && !used.has(foldName(name.text)))
    .map(({ name: { text: name, span } }) => {
      return { code: 'unusedMetric', severity: 'info', args: { name }, span, row: null };
    });
}

function* namesIn(node: Declaration | Checked['parsed']['tests'][number]): Generator<string> {
  for (const part of partsOf(node)) {
    for (const each of allOf(part)) {
      if (each.kind === 'name' || each.kind === 'reference') yield each.name;
      if (each.kind === 'text') {
        for (const [, inside] of each.value.matchAll(/\{([^{}]+)\}/g)) yield inside!.trim();
      }
    }
  }
}
