import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../../engine/index.ts';
import { engine } from '../engine.ts';
import { job } from '../jobs.ts';

/** How far comparing what changed is, null while nothing is compared. */
export interface Refresh {
  readonly progress: Progress | null;
  /** It was stopped, or went wrong: it begins again only when asked to. */
  readonly isStopped: boolean;
  start(): void;
  stop(): void;
}

/**
 * Compares customers that are new or changed while nothing else is under way; decisions go on meanwhile. `onDone`
 * is called when pairs may have changed, `onProblem` with what went wrong.
 */
export function useRefresh(
  isStale: boolean,
  onDone: () => Promise<void>,
  onProblem: (problem: unknown) => void,
): Refresh {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isStopped, setStopped] = useState(false);
  const id = useRef<string | null>(null);
  const isBusy = job.value !== null;

  async function refresh(): Promise<void> {
    const own = crypto.randomUUID();
    id.current = own;
    setStopped(false);
    setProgress({ stage: 'reading', done: 0, total: 0 });
    try {
      await engine.refreshDuplicates(own, each => id.current === own && setProgress(each));
      await onDone();
    } catch (problem) {
      if (id.current !== own) return;
      setStopped(true);
      if ((problem as { code?: unknown }).code !== 'cancelled') onProblem(problem);
    } finally {
      if (id.current === own) {
        id.current = null;
        setProgress(null);
      }
    }
  }

  function stop(): void {
    if (id.current) engine.cancel(id.current).catch(onProblem);
  }

  useEffect(() => {
    if (isStale && !isBusy && !isStopped && id.current === null) void refresh();
  }, [isStale, isBusy, isStopped, progress === null]);
  useEffect(
    () => () => {
      stop();
      id.current = null;
    },
    [],
  );

  return { progress, isStopped, start: () => void refresh(), stop };
}
