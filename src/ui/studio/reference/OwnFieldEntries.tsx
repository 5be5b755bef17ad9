import { nameInRules, type OwnField } from '../../../domain/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { printName } from '../../../rules/index.ts';
import { language, t } from '../../kit/index.ts';
import styles from './Entry.module.css';
import screen from './ReferenceScreen.module.css';

/** The workspace's own fields, as rules write them. */
export function OwnFieldEntries({ found }: { found: readonly OwnField[] }) {
  const now = language.value;
  return (
    <section class={screen.part} data-section="own" aria-label={t(fieldTexts.title)}>
      <h2 class={screen.heading} tabIndex={-1}>
        {t(fieldTexts.title)}
      </h2>
      {found.map(field => (
        <article key={field.id} class={styles.entry}>
          <h3 class={styles.spellings}>
            <code class={styles.spelling}>{printName(nameInRules(field, now))}</code>
          </h3>
          <p class={styles.help}>
            {[t(fieldTexts[`of${field.of}`]), t(fieldTexts[field.kind]), field.help[now]].join(' · ')}
          </p>
        </article>
      ))}
    </section>
  );
}
