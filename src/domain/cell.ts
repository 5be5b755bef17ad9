/** Beginnings that a spreadsheet may take for a formula (OWASP, CSV Injection), full-width forms too. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** Plain numbers and phone numbers: a sign and digits alone can do nothing, and are wanted as they are. */
const harmless = /^[+-]?\d+(?:[.,]\d+)*%?$|^\+[\d ]+$/;

/**
 * A text as a cell that no spreadsheet takes for a formula: with an apostrophe before it where it could be taken
 * for one. `restoreCell` gives the text back exactly. `isGuessed`: the cell is for a spreadsheet that guesses what
 * it holds, and would make a number of +8613800138000 and lose the sign.
 */
export function neutraliseCell(text: string, isGuessed = false): string {
  const isKept = harmless.test(text) && !(isGuessed && text.startsWith('+'));
  return formula.test(text) && !isKept ? `'${text}` : text;
}

const apostrophe = 0x27;

/** The text of a cell, without the apostrophe that keeps it from being a formula. */
export function restoreCell(cell: string): string {
  return cell.charCodeAt(0) === apostrophe && formula.test(cell) ? cell.slice(1) : cell;
}
