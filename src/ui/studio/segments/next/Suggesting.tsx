import { useState } from 'preact/hooks';
import type { SuggestionProof } from '../../../../engine/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { Button, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { shareText } from '../../words.ts';
import { ModelCard } from '../ModelCard.tsx';
import styles from './Next.module.css';

/** What 'also bought' is worth on this base: tried on products that are hidden from it. */
export function Suggesting() {
  const [proof, setProof] = useState<SuggestionProof | null>(null);
  const [busy, setBusy] = useState(false);

  function tryOut(): void {
    setBusy(true);
    engine
      .suggestionProof()
      .then(setProof, report)
      .finally(() => setBusy(false));
  }

  return (
    <ModelCard title={t(nextTexts.also)} hint={t(nextTexts.alsoHint)}>
      <div class={styles.tryOut}>
        <Button size="small" busy={busy} onClick={tryOut}>
          {t(nextTexts.tryOut)}
        </Button>
        <p role="status">
          {proof &&
            (proof.n === 0
              ? t(nextTexts.tryNobody)
              : t(proof.suggested > proof.popular ? nextTexts.tryBetter : nextTexts.tryWorse, {
                  n: proof.n,
                  shown: proof.shown,
                  suggested: shareText(proof.suggested),
                  popular: shareText(proof.popular),
                }))}
        </p>
      </div>
    </ModelCard>
  );
}
