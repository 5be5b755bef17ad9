import { useEffect, useState } from 'preact/hooks';
import type { RuleOutcome } from '../../../engine/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { connectEngine } from '../../../shell/index.ts';
import { ErrorNote, Field, Select, t } from '../../kit/index.ts';
import styles from './Disclosure.module.css';
import { RuleProof, type RuleProofProps } from './RuleProof.tsx';

/** Why a published rule does not apply to a customer: choose the rule, read the proof and what would change it. */
export function WhyNot({ customer, currency, stamp }: Omit<RuleProofProps, 'name'>) {
  const [outcomes, setOutcomes] = useState<readonly RuleOutcome[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [chosen, choose] = useState('');
  const { id } = customer;

  useEffect(() => {
    let gone = false;
    connectEngine()
      .outcomes(id)
      .then(
        answer => {
          if (!gone) setOutcomes(answer);
        },
        error => {
          if (!gone) setFailure(error);
        },
      );
    return () => {
      gone = true;
    };
  }, [id, stamp]);

  if (failure !== null) return <ErrorNote error={failure} />;
  if (outcomes === null || outcomes.length === 0) return null;
  const names = outcomes.filter(each => each.outcome === false || each.outcome === null);
  if (names.length === 0) return <p class={styles.waiting}>{t(proofTexts.noneLeft)}</p>;
  const name = names.some(each => each.name === chosen) ? chosen : '';
  return (
    <div class={styles.whyNot}>
      <Field label={t(proofTexts.whyNot)}>
        <Select
          value={name}
          options={[
            { value: '', label: t(proofTexts.chooseRule) },
            ...names.map(each => ({ value: each.name, label: each.name })),
          ]}
          onChange={choose}
        />
      </Field>
      {name !== '' && (
        <RuleProof key={name} name={name} customer={customer} currency={currency} stamp={stamp} />
      )}
    </div>
  );
}
