import { modelTexts } from '../../../i18n/models.ts';
import { Boundary, language, t } from '../../kit/index.ts';
import { route } from '../route.ts';
import { partHash } from './address.ts';
import { partGroups, readPart } from './parts.ts';
import styles from './Segments.module.css';

/** The models: a row that leads to each, and the page of the one that the address names. */
export function SegmentsScreen() {
  const { part, what } = readPart(route.value.id);
  return (
    <div class={styles.screen}>
      <nav class={styles.parts} aria-label={t(modelTexts.models)}>
        {partGroups.map(group => (
          <ul key={group.name.en} class={styles.group} aria-label={group.name[language.value]}>
            {group.parts.map(({ id, title }) => (
              <li key={id}>
                <a href={partHash(id)} class={styles.part} aria-current={id === part.id ? 'page' : undefined}>
                  {title[language.value]}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div class={styles.room}>
        <Boundary key={part.id}>
          <part.Page what={what} />
        </Boundary>
      </div>
    </div>
  );
}
