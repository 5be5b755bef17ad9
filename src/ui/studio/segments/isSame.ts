/** Whether two settings say the same, in whatever order they name things. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [entries, others] = [Object.entries(one), Object.entries(other)];
  const found = new Map<string, unknown>(others);
  return (
    entries.length === others.length &&
    entries.every(([name, value]) => found.has(name) && isSame(value, found.get(name)))
  );
}
