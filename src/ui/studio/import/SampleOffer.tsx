import { Sparkles } from 'lucide';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Icon, t } from '../../kit/index.ts';
import { wantSample } from '../sample.ts';
import styles from './SampleOffer.module.css';

/** For whoever has no file at hand. */
export function SampleOffer() {
  return (
    <section class={styles.offer}>
      <span class={styles.icon}>
        <Icon of={Sparkles} size={18} />
      </span>
      <div class={styles.words}>
        <h2 class={styles.title}>{t(importTexts.sampleTitle)}</h2>
        <p class={styles.text}>{t(importTexts.sampleText)}</p>
      </div>
      <Button onClick={() => void wantSample()}>{t(importTexts.sample)}</Button>
    </section>
  );
}
