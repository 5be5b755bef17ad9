import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { count } from '../words.ts';
import styles from './Outcomes.module.css';

/** One number of what an import does, with what is behind it. */
export interface Outcome {
  readonly id: string;
  /** Null = not known. */
  readonly value: number | null;
  /** A sign before the number: what is added. */
  readonly sign?: '+';
  readonly label: string;
  readonly note?: string;
  readonly warn?: boolean;
  /** Names or rows; drawn when the number is pressed. */
  panel(): ComponentChildren;
}

/** Numbers in a row; each opens the names and rows behind it. */
export function Outcomes({ outcomes, first }: { outcomes: readonly Outcome[]; first: string }) {
  const id = useId();
  const [chosen, choose] = useState(first);
  const open = outcomes.find(each => each.id === chosen) ?? outcomes.find(each => each.id === first);
  return (
    <section class={styles.card}>
      <div class={styles.numbers}>
        {outcomes.map(outcome => (
          <button
            key={outcome.id}
            type="button"
            class={styles.number}
            aria-expanded={outcome === open}
            aria-controls={`${id}-panel`}
            data-warn={outcome.warn && (outcome.value ?? 0) > 0 ? '' : undefined}
            data-none={!outcome.value ? '' : undefined}
            onClick={() => choose(outcome.id)}
          >
            <span class={styles.value}>
              {(outcome.value ?? 0) > 0 && outcome.sign}
              {outcome.value === null ? '–' : count(outcome.value)}
            </span>
            <span class={styles.label}>{outcome.label}</span>
            {outcome.note && <span class={styles.note}>{outcome.note}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} class={styles.panel}>
        {open?.panel()}
      </div>
    </section>
  );
}
