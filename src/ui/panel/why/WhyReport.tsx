import { CircleCheck, CircleX, Clock, type IconNode, Sigma, Waypoints } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Span } from '../../../domain/index.ts';
import type { WhyView } from '../../../engine/index.ts';
import { formatDay } from '../../../i18n/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { whyTexts } from '../../../i18n/why.ts';
import { describeWhen } from '../../../rules/index.ts';
import { Icon, language, t } from '../../kit/index.ts';
import { ProofContext } from './context.ts';
import styles from './Proof.module.css';
import { ProofTree } from './ProofTree.tsx';
import { changeSentence, type Tone, toneOf, verdictSentence } from './verdict.ts';

export interface WhyReportProps {
  view: WhyView;
  /** The customer's name. */
  who: string;
  currency: string;
  /** Shows where the rules say a line; absent where the text is not at hand. */
  onSelect?: (span: Span) => void;
}

const icons: Record<Tone, IconNode> = { holds: CircleCheck, fails: CircleX, value: Sigma };

/** days that the engine looks ahead */
const horizon = 400;

/** Why a rule came out as it did for one customer: the sentence, the proof, what would change it and when time will. */
export function WhyReport({ view, who, currency, onSelect }: WhyReportProps) {
  const { proof, flips, next, asOf, ownFields } = view;
  const wording = { language: language.value, currency, own: ownFields };
  const setting = useMemo(() => ({ currency, onSelect: onSelect ?? null }), [currency, onSelect]);
  const tone = toneOf(proof);
  return (
    <ProofContext.Provider value={setting}>
      <div class={styles.report}>
        <p class={styles.verdict} data-tone={tone}>
          <span class={styles.verdictIcon} data-tone={tone}>
            <Icon of={icons[tone]} size={18} />
          </span>
          <span>{verdictSentence(proof, who, wording)}</span>
        </p>
        <section aria-label={t(proofTexts.lines)}>
          <ProofTree proof={proof} />
        </section>
        {proof.kind !== 'metric' && (
          <>
            <Below icon={Waypoints} title={t(proofTexts.changes)}>
              {flips.length === 0 ? (
                <p class={styles.none}>{t(whyTexts.nothingNear)}</p>
              ) : (
                <ul class={styles.changes}>
                  {flips.map(change => {
                    const words = changeSentence(change, proof.kind, wording);
                    return <li key={words}>{words}</li>;
                  })}
                </ul>
              )}
            </Below>
            <Below icon={Clock} title={t(proofTexts.time)}>
              {next ? (
                <p>
                  {describeWhen(proof.name, next, asOf, wording)}{' '}
                  <span class={styles.date}>{formatDay(wording.language, next.day)}</span>
                </p>
              ) : (
                <p class={styles.none}>{t(whyTexts.stays, { days: horizon })}</p>
              )}
            </Below>
          </>
        )}
        <p class={styles.asOf}>{t(proofTexts.asOf, { day: formatDay(wording.language, asOf) })}</p>
      </div>
    </ProofContext.Provider>
  );
}

function Below({ icon, title, children }: { icon: IconNode; title: string; children: ComponentChildren }) {
  return (
    <section class={styles.below}>
      <h2 class={styles.heading}>
        <Icon of={icon} size={14} />
        {title}
      </h2>
      {children}
    </section>
  );
}
