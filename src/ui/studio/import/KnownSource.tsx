import { History } from 'lucide';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { Icon, t } from '../../kit/index.ts';
import { listOf, moment } from '../words.ts';
import type { Open } from './flow.ts';
import styles from './KnownSource.module.css';

/** That a file comes from a remembered source, and what is otherwise than last time. */
export function KnownSource({ open: { inspection } }: { open: Open }) {
  const known = inspection.recognised;
  if (!known) return null;
  const { source, added, missing } = known;
  return (
    <div class={styles.known}>
      <Icon of={History} />
      <div>
        <p>
          <strong>{t(dryRunTexts.knownAs)}</strong>
          {' · '}
          {t(dryRunTexts.knownFacts, {
            name: source.name,
            file: source.fileName,
            when: moment(source.usedAt),
          })}
        </p>
        {added.length > 0 && <p>{t(dryRunTexts.knownAdded, { columns: listOf(added) })}</p>}
        {missing.length > 0 && <p>{t(dryRunTexts.knownMissing, { columns: listOf(missing) })}</p>}
      </div>
    </div>
  );
}
