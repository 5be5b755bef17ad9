import { useEffect, useState } from 'preact/hooks';
import type { ExpectedPurchase, SuggestedProduct } from '../../engine/index.ts';
import { connectEngine } from '../../shell/index.ts';
import { describeProblem, toast } from '../kit/index.ts';

/** What is ahead with a customer. */
export interface Outlook {
  /** Null where nothing is expected. */
  readonly expected: ExpectedPurchase | null;
  readonly alsoBought: readonly SuggestedProduct[];
}

const nothing: Outlook = { expected: null, alsoBought: [] };

/** What is ahead with a customer, asked for beside the rest of the page: nothing until it is known. */
export function useOutlook(id: string): Outlook {
  const [told, setTold] = useState<{ readonly id: string; readonly outlook: Outlook } | null>(null);
  useEffect(() => {
    let isGone = false;
    const engine = connectEngine();
    Promise.all([engine.nextPurchaseOf(id), engine.suggestions(id)]).then(
      ([expected, alsoBought]) => {
        const isExpected = expected !== null && expected.next !== null;
        if (!isGone) setTold({ id, outlook: { expected: isExpected ? expected : null, alsoBought } });
      },
      problem => {
        if (!isGone) toast(describeProblem(problem), { tone: 'error' });
      },
    );
    return () => {
      isGone = true;
    };
  }, [id]);
  return told?.id === id ? told.outlook : nothing;
}
