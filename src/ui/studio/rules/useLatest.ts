import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The answer to a question that changes: asked anew for every `key`, null key = not asked. The earlier answer stays
 * until the new one is there; answers that come late are dropped.
 */
export function useLatest<Answer>(
  key: string | null,
  ask: () => Promise<Answer>,
  onProblem: (problem: unknown) => void,
): { readonly answer: Answer | null; readonly waiting: boolean } {
  const [told, setTold] = useState<{ key: string; answer: Answer } | null>(null);
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    if (key === null) return;
    let gone = false;
    asking.current().then(
      answer => {
        if (!gone) setTold({ key, answer });
      },
      problem => {
        if (!gone) onProblem(problem);
      },
    );
    return () => {
      gone = true;
    };
  }, [key, onProblem]);
  return { answer: key === null ? null : (told?.answer ?? null), waiting: told?.key !== key };
}
