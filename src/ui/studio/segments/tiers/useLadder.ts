import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../../../domain/index.ts';
import type { LadderSettings, LadderView, Progress } from '../../../../engine/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { baseKey } from '../baseKey.ts';
import { tried } from '../tried.ts';
import { usualLadder } from './usual.ts';

/** The ladder that is tried, replayed; what was asked before is stopped, for only the last counts. */
export interface Laddering {
  /** Of the settings before where those of now are not replayed yet. */
  readonly view: LadderView | null;
  readonly settings: LadderSettings | null;
  readonly waiting: boolean;
  readonly progress: Progress | null;
  readonly isStopped: boolean;
  stop(): void;
  again(): void;
}

/** The ladder in force, and where there is none the usual one, unless another is tried. */
export function useLadderSettings(): LadderSettings | null {
  const of = baseKey();
  const { answer, waiting } = useLatest(
    of,
    async () => ({ kept: await engine.modelInForce('ladder') }),
    report,
  );
  const latest = useRef<LadderSettings | null>(null);
  const wanted = tried.ladder.value;
  const known = answer && !waiting ? (answer.kept ?? usualLadder()) : null;
  latest.current = wanted ?? known ?? latest.current; // what was shown stays while what is in force is read
  return latest.current;
}

export function useLadder(): Laddering {
  const settings = useLadderSettings();
  const of = baseKey();
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<{ key: string; view: LadderView } | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [isStopped, setStopped] = useState(false);
  const key = settings && of && JSON.stringify([settings, of, turn]);
  useEffect(() => {
    if (!key || !settings) return;
    let isGone = false;
    let isOver = false; // what is told of the progress may come after the answer
    const id = crypto.randomUUID();
    setJob(id);
    setStopped(false);
    const answer = engine.ladder(id, settings, done => {
      if (!isGone && !isOver) setProgress(done);
    });
    answer
      .then(
        view => !isGone && setTold({ key, view }),
        problem => {
          if (problem instanceof Problem && problem.code === 'cancelled') {
            if (!isGone) setStopped(true);
          } else if (!isGone) report(problem);
        },
      )
      .finally(() => {
        isOver = true;
        if (!isGone) setProgress(null);
      });
    return () => {
      isGone = true;
      engine.cancel(id).catch(report);
    };
  }, [key]);
  return {
    view: told?.view ?? null,
    settings,
    waiting: told?.key !== key,
    progress,
    isStopped,
    stop: () => {
      if (job) engine.cancel(job).catch(report);
    },
    again: () => setTurn(turn + 1),
  };
}
