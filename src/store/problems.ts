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
    const problem = problemIn(error);
    if (problem) throw problem;
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

/** The names of an error and of those inside it. */
function errorNames(error: unknown): string[] {
  return errorsIn(error).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
}

/** Our own word, also where an open that failed with it is told again. */
function problemIn(error: unknown): Problem | undefined {
  return errorsIn(error).find(each => each instanceof Problem);
}

/** An error and those inside it: Dexie wraps the browser's, one or many at a time. */
function errorsIn(error: unknown, depth = 0): { readonly name?: unknown }[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { inner, cause, failures } = error as { inner?: unknown; cause?: unknown; failures?: unknown };
  const inside = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return [error, ...inside.flatMap(each => (each === error ? [] : errorsIn(each, depth + 1)))];
}
