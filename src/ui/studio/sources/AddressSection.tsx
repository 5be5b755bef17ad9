import { Globe } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { sourceTexts } from '../../../i18n/sources.ts';
import { Button, t } from '../../kit/index.ts';
import { AddressDialog } from './AddressDialog.tsx';
import { AddressLine } from './AddressLine.tsx';
import styles from './AddressSection.module.css';
import { RemoveAddress } from './RemoveAddress.tsx';
import { type AddressSource, addressSources } from './state.ts';

type Asked = { wants: 'add' } | { wants: 'edit' | 'remove'; source: AddressSource };

/** The sources that are fetched from an address: how each went, when it comes next, and what to do with it. */
export function AddressSection() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute(minute => minute + 1), 60_000); // what is due comes nearer
    return () => clearInterval(timer);
  }, []);
  const sources = addressSources.value ?? [];
  const close = () => setAsked(null);
  return (
    <section class={styles.part}>
      <header class={styles.head}>
        <h2>{t(sourceTexts.title)}</h2>
        <Button icon={Globe} size="small" onClick={() => setAsked({ wants: 'add' })}>
          {t(sourceTexts.add)}
        </Button>
      </header>
      <p class={styles.hint}>{t(sourceTexts.hint)}</p>
      {sources.length > 0 && (
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(sourceTexts.source)}</th>
              <th scope="col">{t(sourceTexts.schedule)}</th>
              <th scope="col">{t(sourceTexts.last)}</th>
              <th scope="col">{t(sourceTexts.next)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sources.map(source => (
              <AddressLine
                key={source.id}
                source={source}
                onEdit={() => setAsked({ wants: 'edit', source })}
                onRemove={() => setAsked({ wants: 'remove', source })}
              />
            ))}
          </tbody>
        </table>
      )}
      {asked?.wants === 'remove' && <RemoveAddress source={asked.source} onClose={close} />}
      {asked?.wants === 'edit' && <AddressDialog source={asked.source} onClose={close} />}
      {asked?.wants === 'add' && <AddressDialog onClose={close} />}
    </section>
  );
}
