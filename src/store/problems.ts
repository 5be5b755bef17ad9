import { Problem } from '../domain/index.ts';

/**
 * Waits for a storage operation; what the outside world did to it becomes a Problem: 'storageFull' where the disk
 * has no room, 'storageUnavailable' where the base cannot be opened, 'storageInterrupted' where the browser broke a
 * write off (we ourselves only break off by throwing). Other errors pass unchanged.
 */
export async function guarded<Value>(operation: PromiseLike<Value>): Promise<Value> {
  try {
    return await operation;
  } catch (error) {
    const names = errorNames(error);
    if (names.includes('QuotaExceededError')) throw new Problem('storageFull');
    if (names.some(name => unavailable.has(name))) {
      throw new Problem('storageUnavailable', { reason: names.join(', ') });
    }
    if (names.includes('AbortError')) throw new Problem('storageInterrupted', { reason: names.join(', ') });
    throw error;
  }
}

/** Throws the Problem 'cancelled' where the signal says so. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Problem('cancelled');
}

const unavailable = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'UnknownError',
  'UpgradeError',
]);

/** The names of an error and of those inside it: Dexie wraps the browser's, one or many at a time. */
function errorNames(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as {
    name?: unknown;
    inner?: unknown;
    cause?: unknown;
    failures?: unknown;
  };
  const inside = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...inside.flatMap(each => (each === error ? [] : errorNames(each, depth + 1))),
  ];
}
