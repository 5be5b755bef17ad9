import { useState } from 'preact/hooks';
import { toast } from '../../kit/index.ts';
import { renewSession } from '../rules/session.ts';
import { readWorkspace } from '../workspace.ts';

/** A change of the base that closes its dialog when it is done, and says so. */
export function useChange(onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const change = async (work: () => Promise<void>, done: () => string) => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
      await readWorkspace();
      renewSession();
      toast(done());
      onClose();
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    run: (work: () => Promise<void>, done: () => string) => void change(work, done),
  };
}
