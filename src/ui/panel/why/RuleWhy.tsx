import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { proofTexts } from '../../../i18n/proof.ts';
import { Icon, t } from '../../kit/index.ts';
import styles from './Disclosure.module.css';
import { RuleProof, type RuleProofProps } from './RuleProof.tsx';

/** What stands for a published rule, with its proof folded away below it. */
export function RuleWhy({ children, ...proof }: RuleProofProps & { children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class={styles.head}>
        {children}
        <button
          type="button"
          class={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t(proofTexts.whyName, { name: proof.name })}
          onClick={() => setOpen(!open)}
        >
          {t(proofTexts.ask)}
          <span class={styles.arrow}>
            <Icon of={ChevronRight} size={12} />
          </span>
        </button>
      </div>
      <div id={id} hidden={!open} class={styles.proof}>
        {open && <RuleProof {...proof} />}
      </div>
    </>
  );
}
