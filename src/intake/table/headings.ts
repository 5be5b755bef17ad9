import type { Note } from '../../domain/index.ts';
import { tidy } from '../clean/text.ts';
import type { Row } from './form.ts';

/** How many of the first rows may be a title, an explanation, or headings of groups. */
const searched = 20;

/** The names of the columns, the line on which they stand, and what is worth telling about them. */
export interface Headings {
  readonly names: readonly string[];
  readonly line: number;
  readonly notes: readonly Note[];
}

/**
 * Finds the headings among the first rows: below titles, which fill one cell where the table has three or more, and
 * below headings of groups, which fill half of the cells that the headings under them fill. A column without a
 * heading of its own has that of its group. `isRagged`: rows end with their last filled cell, so that a column
 * without any heading shows in the rows alone.
 */
export function findHeadings(rows: readonly Row[], isRagged: boolean): Headings {
  const filled = rows.map(({ cells }) => cells.filter(cell => tidy(cell) !== '').length);
  const usual = Math.max(...filled.slice(0, searched * 2));
  let at = 0;
  while (at < Math.min(searched, rows.length - 2) && isAbove(filled, at, usual, rows)) at++;
  const { cells, line } = rows[at]!;
  const group = at > 0 && filled[at - 1]! > 1 ? rows[at - 1]!.cells : [];
  const widest = isRagged ? Math.max(...rows.slice(at).map(row => row.cells.length)) : cells.length;
  const { names, notes } = nameColumns(
    Array.from({ length: widest }, (_, column) => tidy(cells[column] ?? '') || tidy(group[column] ?? '')),
    rows.slice(at + 1),
  );
  const lower = at > 0 ? [note('headingsFurtherDown', { line })] : [];
  return { names, line, notes: [...lower, ...notes] };
}

function isAbove(filled: readonly number[], at: number, usual: number, rows: readonly Row[]): boolean {
  const count = filled[at]!;
  const next = filled[at + 1]!;
  if (count <= 1) return usual >= 3 && next >= count;
  if (count * 2 > next || rows[at]!.fault) return false;
  return rows[at + 1]!.cells.every(cell => !/^[\s\d.,:/-]+$/.test(cell)) && next * 2 > usual;
}

/** Empty headings at the end without any value are dropped; other empty and repeated ones get a name. */
function nameColumns(cells: readonly string[], rows: readonly Row[]): { names: string[]; notes: Note[] } {
  let width = cells.length;
  while (width > 1 && cells[width - 1] === '' && rows.every(row => tidy(row.cells[width - 1] ?? '') === ''))
    width--;
  const taken = new Set<string>();
  const notes: Note[] = [];
  const names = cells.slice(0, width).map((cell, index) => {
    const heading = cell || `#${index + 1}`;
    let name = heading;
    for (let count = 2; taken.has(name); count++) name = `${heading} (${count})`;
    taken.add(name);
    if (name !== cell) notes.push(note('headingRepeated', { heading, name }));
    return name;
  });
  return { names, notes };
}

/** Something worth telling about a file. */
export function note(code: string, args: Note['args']): Note {
  return { code, severity: 'warning', args, span: [0, 0] };
}
