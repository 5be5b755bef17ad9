import { useEffect, useState } from 'preact/hooks';
import type { WhyView } from '../../../engine/index.ts';
import type { Language } from '../../../i18n/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { connectEngine } from '../../../shell/index.ts';
import { ErrorNote, language, t } from '../../kit/index.ts';
import styles from './Disclosure.module.css';
import type { WhyReport } from './WhyReport.tsx';

export interface RuleProofProps {
  /** The published rule. */
  name: string;
  customer: { readonly id: string; readonly name: string };
  currency: string;
  /** Changes whenever the customer or the rules do: the proof is then asked for again. */
  stamp: unknown;
}

interface Answer {
  readonly view: WhyView | null;
  readonly Report: typeof WhyReport;
}

/** The answer, and the code that draws it: a panel whose user never asks why does not load it. */
async function ask(name: string, id: string, spoken: Language): Promise<Answer> {
  const [view, { WhyReport: Report }] = await Promise.all([
    connectEngine().why({ text: null, name, id, language: spoken }),
    import('./WhyReport.tsx'),
  ]);
  return { view, Report };
}

/** The proof of a published rule for one customer, asked for when it is drawn. */
export function RuleProof({ name, customer, currency, stamp }: RuleProofProps) {
  const [told, setTold] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { id } = customer;
  const spoken = language.value;

  useEffect(() => {
    let gone = false;
    ask(name, id, spoken).then(
      answer => {
        if (gone) return;
        setTold(answer);
        setFailure(null);
      },
      error => {
        if (!gone) setFailure(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [name, id, spoken, stamp]);

  if (failure !== null) return <ErrorNote error={failure} />;
  if (!told) {
    return (
      <p class={styles.waiting} role="status">
        {t(proofTexts.working)}
      </p>
    );
  }
  const { view, Report } = told;
  if (view === null) return <p class={styles.waiting}>{t(proofTexts.goneText)}</p>;
  return <Report view={view} who={customer.name} currency={currency} />;
}
