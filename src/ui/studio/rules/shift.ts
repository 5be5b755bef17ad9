/**
 * Where `offset` of the text `before` stands in the text `after`, taking the two for one edit: what lies before
 * the change stays, what lies behind it moves along, what lies inside goes to the change's beginning.
 */
export function shiftOffset(before: string, after: string, offset: number): number {
  if (before === after) return offset;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  if (offset <= prefix) return offset;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  return offset >= before.length - suffix ? offset + after.length - before.length : prefix;
}
