/** One line of the benchmark. Times in milliseconds, sizes in bytes after gzip. */
export interface BenchRow {
  readonly name: string;
  readonly unit: 'ms' | 'bytes';
  readonly measured: number;
  /** What it is held against in the same run. */
  readonly against?: { readonly name: string; readonly measured: number };
  /** The most it should be: times what it is held against, or in the unit; or how many times that it should be. */
  readonly target?: { readonly times: number } | { readonly most: number } | { readonly atLeast: number };
}

/** How often the measured value is what it is held against; null where it is held against nothing. */
export function ratioOf({ measured, against }: BenchRow): number | null {
  return against ? measured / against.measured : null;
}

/** Whether the row keeps its target; null where it has none. */
export function isKept(row: BenchRow): boolean | null {
  if (!row.target) return null;
  if ('most' in row.target) return row.measured <= row.target.most;
  const ratio = ratioOf(row) ?? Number.NaN;
  return 'times' in row.target ? ratio <= row.target.times : ratio >= row.target.atLeast;
}

/** The rows as an aligned table. */
export function benchTable(rows: readonly BenchRow[]): string {
  const lines = [['name', 'measured', 'against', 'ratio', 'target', 'ok'], ...rows.map(cellsOf)];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(cells => cells[column]!.length)));
  const rule = widths.map(width => '─'.repeat(width));
  const aligned = [lines[0]!, rule, ...lines.slice(1)].map(cells =>
    cells.map((cell, column) =>
      [1, 3, 4].includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    ),
  );
  return aligned.map(cells => cells.join('  ').trimEnd()).join('\n');
}

function cellsOf(row: BenchRow): string[] {
  const { name, unit, measured, against, target } = row;
  const ratio = ratioOf(row);
  const kept = isKept(row);
  return [
    name,
    amount(measured, unit),
    against ? `${against.name}, ${amount(against.measured, unit)}` : '',
    ratio === null ? '' : `${ratio.toFixed(2)} x`,
    target ? limit(target, unit) : '',
    kept === null ? '' : kept ? 'ok' : 'MISSED',
  ];
}

function limit(target: NonNullable<BenchRow['target']>, unit: BenchRow['unit']): string {
  if ('most' in target) return `<= ${amount(target.most, unit)}`;
  return 'times' in target ? `<= ${target.times} x` : `>= ${target.atLeast} x`;
}

function amount(value: number, unit: BenchRow['unit']): string {
  if (unit === 'bytes') return `${value.toLocaleString('en')} B`;
  return `${value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)} ms`;
}
