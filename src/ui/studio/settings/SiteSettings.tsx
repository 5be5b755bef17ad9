import { useEffect, useState } from 'preact/hooks';
import { settingsTexts } from '../../../i18n/studio.ts';
import { revokeSite, watchAllowedSites } from '../../../shell/index.ts';
import { Button, t, toast } from '../../kit/index.ts';
import { report } from '../report.ts';
import styles from './SettingsScreen.module.css';

/** The sites that Tierlens may read; each can be taken back. */
export function SiteSettings() {
  const [sites, setSites] = useState<readonly string[] | null>(null);

  useEffect(() => {
    const gone = new AbortController();
    watchAllowedSites(setSites, gone.signal);
    return () => gone.abort();
  }, []);

  async function revoke(site: string): Promise<void> {
    try {
      await revokeSite(site);
      toast(t(settingsTexts.revoked, { site }));
    } catch (problem) {
      report(problem);
    }
  }

  return (
    <>
      <p class={styles.hint}>{t(settingsTexts.sitesHint)}</p>
      {sites?.length === 0 && (
        <div>
          <p class={styles.strong}>{t(settingsTexts.sitesNone)}</p>
          <p class={styles.hint}>{t(settingsTexts.sitesNoneHint)}</p>
        </div>
      )}
      {sites !== null && sites.length > 0 && (
        <ul>
          {sites.map(site => (
            <li key={site} class={styles.site}>
              {site}
              <Button
                size="small"
                aria-label={t(settingsTexts.revokeSite, { site })}
                onClick={() => void revoke(site)}
              >
                {t(settingsTexts.revoke)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
