import { FileInput, Sparkles } from 'lucide';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, t } from '../../kit/index.ts';
import { go } from '../route.ts';
import { wantSample } from '../sample.ts';
import styles from './Welcome.module.css';

/** The very first screen: nothing imported, nothing written. */
export function Welcome() {
  return (
    <div class={styles.welcome}>
      <div class={styles.inside}>
        <h1 class={styles.title}>{t(rulesTexts.emptyTitle)}</h1>
        <p class={styles.text}>{t(rulesTexts.emptyText)}</p>
        <div class={styles.actions}>
          <Button kind="primary" icon={Sparkles} onClick={() => void wantSample()}>
            {t(rulesTexts.emptySample)}
          </Button>
          <Button icon={FileInput} onClick={() => go('import')}>
            {t(rulesTexts.emptyImport)}
          </Button>
        </div>
        <ol class={styles.steps}>
          {[rulesTexts.stepIn, rulesTexts.stepRules, rulesTexts.stepOut].map((step, index) => (
            <li key={step.en} class={styles.step}>
              <span class={styles.number}>{index + 1}</span>
              {t(step)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
