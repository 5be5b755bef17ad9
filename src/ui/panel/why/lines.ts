import type { ProofLine } from '../../../rules/index.ts';

/** A line as it is drawn: what a name stands for is part of the name's own line. */
export interface DrawnLine {
  /** How the name is defined, null for other lines. */
  readonly definition: string | null;
  /** The line that carries rows and statistics: of a name, the one that defines it. */
  readonly source: ProofLine;
  /** What stands below it. Literals do not: they are read in the line itself. */
  readonly parts: readonly ProofLine[];
  /** Parts are shown only when asked for. */
  readonly folded: boolean;
}

const own: readonly ProofLine['form'][] = [
  'calculation',
  'aggregate',
  'statistic',
  'field',
  'literal',
  'test',
];

export function drawn(line: ProofLine): DrawnLine {
  const [body] = line.form === 'definition' ? line.children : [];
  if (!body) {
    return { definition: null, source: line, parts: worthShowing(line), folded: line.form === 'reference' };
  }
  const parts = own.includes(body.form) ? worthShowing(body) : [body];
  const definition = body.text === line.text ? null : body.text;
  return { definition, source: body, parts, folded: true };
}

function worthShowing(line: ProofLine): readonly ProofLine[] {
  return line.children.filter(each => each.form !== 'literal');
}

/** Which of the parts of a condition decided it, where not all of them did. */
export function deciding(parts: readonly ProofLine[]): ReadonlySet<ProofLine> {
  const conditions = parts.filter(each => each.verdict !== null);
  const decisive = conditions.filter(each => each.decisive);
  return new Set(decisive.length < conditions.length ? decisive : []);
}
