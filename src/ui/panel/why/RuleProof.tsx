import { useEffect, useState } from 'preact/hooks';
import type { WhyView } from '../../../engine/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { connectEngine } from '../../../shell/index.ts';
import { ErrorNote, language, t } from '../../kit/index.ts';
import styles from './Disclosure.module.css';
import { WhyReport } from './WhyReport.tsx';

export interface RuleProofProps {
  /** The published rule. */
  name: string;
  customer: { readonly id: string; readonly name: string };
  currency: string;
  /** Changes whenever the customer or the rules do: the proof is then asked for again. */
  stamp: unknown;
}

/** The proof of a published rule for one customer, asked for when it is drawn. */
export function RuleProof({ name, customer, currency, stamp }: RuleProofProps) {
  const [view, setView] = useState<WhyView | null | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const { id } = customer;
  const spoken = language.value;

  useEffect(() => {
    let gone = false;
    connectEngine()
      .why({ text: null, name, id, language: spoken })
      .then(
        answer => {
          if (gone) return;
          setView(answer);
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
  if (view === undefined) {
    return (
      <p class={styles.waiting} role="status">
        {t(proofTexts.working)}
      </p>
    );
  }
  if (view === null) return <p class={styles.waiting}>{t(proofTexts.goneText)}</p>;
  return <WhyReport view={view} who={customer.name} currency={currency} />;
}
