/** What the file of refused rows says before the row itself, in both languages. */
export const refusalHeadings: readonly (readonly string[])[] = [
  ['Line', 'Column', 'Reason'],
  ['行号', '列', '原因'],
];

/** How many columns in front are not the file's own: those of a file of refused rows. */
export function refusalColumns(headings: readonly string[]): number {
  return refusalHeadings.some(each => each.every((heading, column) => headings[column] === heading)) ? 3 : 0;
}
