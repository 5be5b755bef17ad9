import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../../domain/index.ts';
import type { OnProgress } from '../../../engine/index.ts';
import { cancelJob, type Job, job, runJob } from '../jobs.ts';
import { report } from '../report.ts';

export interface ModelRun<View> {
  /** What was computed last; it stays while the next is on the way. */
  readonly view: View | null;
  /** The computation under way. */
  readonly running: Job | null;
  /** The wanted one was stopped or failed; `again` starts it once more. */
  readonly isStopped: boolean;
  again(): void;
  cancel(): void;
}

/**
 * A model computed as a job: anew for every `key` (null = not asked), after any other job of the studio. Leaving the
 * page stops it.
 */
export function useModelRun<View>(
  key: string | null,
  compute: (job: string, onProgress: OnProgress) => Promise<View>,
): ModelRun<View> {
  const [told, setTold] = useState<{ key: string; view: View } | null>(null);
  const [stopped, setStopped] = useState<string | null>(null);
  const computing = useRef(false);
  const latest = useRef(compute);
  latest.current = compute;
  const isFree = job.value === null;

  useEffect(() => {
    if (key === null || told?.key === key || stopped === key || computing.current || !isFree) return;
    computing.current = true;
    runJob('model', (id, onProgress) => latest.current(id, onProgress)).then(
      view => {
        computing.current = false;
        setTold({ key, view });
      },
      problem => {
        computing.current = false;
        setStopped(key);
        if (!(problem instanceof Problem && problem.code === 'cancelled')) report(problem);
      },
    );
  }, [key, told, stopped, isFree]);
  const cancel = () => void cancelJob().catch(report);
  useEffect(
    () => () => {
      if (computing.current) cancel();
    },
    [],
  );

  return {
    view: told?.view ?? null,
    running: computing.current ? job.value : null,
    isStopped: key !== null && stopped === key,
    again: () => setStopped(null),
    cancel,
  };
}
