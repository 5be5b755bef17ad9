/** Whether two trees say the same: where they stand in a text and their ids are left out. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((each, index) => same(each, right[index]));
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of ['id', 'span', 'comments']) keys.delete(key);
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return [...keys].every(key => same(a[key], b[key]));
}
