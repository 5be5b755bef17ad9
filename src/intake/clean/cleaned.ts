/** What is wrong with a value: `code` has a text in src/i18n/problems.ts. */
export interface Fault {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A value after cleaning. Blank cells have no fault: their value is null (or empty). */
export interface Cleaned<Value> {
  readonly value: Value;
  readonly fault: Fault | null;
}

/** A value that was understood. */
export function clean<Value>(value: Value): Cleaned<Value> {
  return { value, fault: null };
}

/** A value that was not. */
export function refuse(code: string, args: Fault['args'] = {}): Cleaned<null> {
  return { value: null, fault: { code, args } };
}
