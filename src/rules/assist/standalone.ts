import type { Field } from '../../domain/index.ts';
import type { Declaration } from '../ast.ts';
import { fieldsWith } from '../names.ts';
import { parse } from '../parse.ts';
import { foldName } from '../tokens.ts';
import { usesIn } from './symbols.ts';

/** A metric and the text that defines it by itself. */
export interface StandaloneMetric {
  readonly name: string;
  /** The metric with every declaration that it refers to, in order of the text, as they are written. */
  readonly text: string;
  /** Ids of the fields that it looks at, itself or through what it refers to. */
  readonly fields: ReadonlySet<string>;
}

/** The metrics of a text, each so that it can be evaluated without the rest of it. */
export function standaloneMetrics(text: string, own: readonly Field[] = []): StandaloneMetric[] {
  const parsed = parse(text);
  const declared = new Map(parsed.declarations.map(each => [foldName(each.name.text), each] as const));
  const uses = [...usesIn(parsed)];
  const fields = fieldsWith(own);
  return parsed.declarations.flatMap(metric => {
    if (metric.kind !== 'metric' || metric.broken || metric.name.text === '') return [];
    const needed = new Set<Declaration>([metric]);
    const looked = new Set<string>();
    for (const each of needed) {
      for (const use of uses) {
        if (use.span[0] < each.span[0] || use.span[1] > each.span[1]) continue;
        const target = declared.get(foldName(use.text));
        const field = fields.find('customer', use.text);
        if (target) needed.add(target);
        else if (field) looked.add(field.id);
      }
    }
    const parts = parsed.declarations.filter(each => needed.has(each));
    return [
      {
        name: metric.name.text,
        text: parts.map(({ span }) => text.slice(...span).trim()).join('\n'),
        fields: looked,
      },
    ];
  });
}
