import { Download, Upload } from 'lucide';
import { useRef } from 'preact/hooks';
import type { TaughtPlace } from '../../../domain/index.ts';
import { readingTexts } from '../../../i18n/reading.ts';
import { changeReading, readTaughtFile, taughtFile } from '../../../shell/index.ts';
import { Button, t, toast } from '../../kit/index.ts';
import { download, todayInName } from '../download.ts';
import { report } from '../report.ts';
import styles from './SettingsScreen.module.css';

const reads = {
  email: readingTexts.readsEmail,
  phone: readingTexts.readsPhone,
  name: readingTexts.readsName,
};

/** The sites on which the user has shown where the writer stands: to forget, to hand on, to take over. */
export function TaughtSites({ taught }: { taught: readonly TaughtPlace[] }) {
  const input = useRef<HTMLInputElement>(null);

  async function keep(places: readonly TaughtPlace[]): Promise<void> {
    const origins = new Set(places.map(({ origin }) => origin));
    await changeReading(before => ({
      taught: [...before.taught.filter(({ origin }) => !origins.has(origin)), ...places],
    }));
  }

  async function forget(place: TaughtPlace): Promise<void> {
    try {
      await changeReading(before => ({
        taught: before.taught.filter(({ origin }) => origin !== place.origin),
      }));
      toast(t(readingTexts.forgotten, { site: hostOf(place) }), {
        undo: () => void keep([place]).catch(report),
      });
    } catch (problem) {
      report(problem);
    }
  }

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      const places = readTaughtFile(await file.text());
      await keep(places);
      toast(t(readingTexts.imported, { count: places.length }));
    } catch (problem) {
      report(problem);
    }
  }

  return (
    <div>
      <p class={styles.strong}>{t(readingTexts.taught)}</p>
      {taught.length === 0 && <p class={styles.hint}>{t(readingTexts.taughtNone)}</p>}
      {taught.length > 0 && (
        <ul>
          {taught.map(place => (
            <li key={place.origin} class={styles.site}>
              <span>
                {place.origin} <span class={styles.hint}>({t(reads[place.reads])})</span>{' '}
                <code>{[...(place.frames ?? []), place.at].join(' » ')}</code>
              </span>
              <Button
                size="small"
                aria-label={t(readingTexts.forgetSite, { site: hostOf(place) })}
                onClick={() => void forget(place)}
              >
                {t(readingTexts.forget)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class={styles.buttons}>
        {taught.length > 0 && (
          <Button
            size="small"
            icon={Download}
            onClick={() =>
              download(
                `tierlens-sites-${todayInName()}.json`,
                new Blob([taughtFile(taught)], { type: 'application/json' }),
              )
            }
          >
            {t(readingTexts.export)}
          </Button>
        )}
        <Button size="small" icon={Upload} onClick={() => input.current?.click()}>
          {t(readingTexts.import)}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t(readingTexts.import)}
          onChange={event => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}

function hostOf({ origin }: TaughtPlace): string {
  return new URL(origin).host;
}
