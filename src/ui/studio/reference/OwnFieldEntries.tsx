import { useEffect, useState } from 'preact/hooks';
import { nameInRules, type OwnField } from '../../../domain/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { printName } from '../../../rules/index.ts';
import { language, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import styles from './Entry.module.css';
import screen from './ReferenceScreen.module.css';

/** The workspace's own fields that fit a search, as rules write them. */
export function OwnFieldEntries({ search }: { search: string }) {
  const [own, setOwn] = useState<readonly OwnField[]>([]);
  useEffect(() => {
    engine.ownFields().then(found => setOwn(found.map(({ field }) => field)), report);
  }, []);

  const wanted = search.normalize('NFKC').trim().toLowerCase();
  const now = language.value;
  const found = own.filter(field => field[now].normalize('NFKC').toLowerCase().includes(wanted));
  if (found.length === 0) return null;
  return (
    <section class={screen.part} aria-label={t(fieldTexts.title)}>
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
