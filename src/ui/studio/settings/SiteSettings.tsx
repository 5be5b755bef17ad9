import { useEffect, useState } from 'preact/hooks';
import { sourceTexts } from '../../../i18n/sources.ts';
import { settingsTexts } from '../../../i18n/studio.ts';
import {
  type AllowedSites,
  allowSites,
  getPolicy,
  revokeSite,
  watchAllowedSites,
} from '../../../shell/index.ts';
import { Button, t, toast } from '../../kit/index.ts';
import { report } from '../report.ts';
import styles from './SettingsScreen.module.css';

/** The sites that Tierlens may read; each can be taken back. */
export function SiteSettings() {
  const [sites, setSites] = useState<AllowedSites | null>(null);
  const [preset, setPreset] = useState<readonly string[]>([]);

  useEffect(() => {
    const gone = new AbortController();
    watchAllowedSites(setSites, gone.signal);
    getPolicy().then(policy => setPreset(policy.sites), report);
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

  const missing = preset.filter(site => sites !== null && !sites.read.includes(site));
  return (
    <>
      <p class={styles.hint}>{t(settingsTexts.sitesHint)}</p>
      {missing.length > 0 && <Preset sites={missing} />}
      {sites?.read.length === 0 && (
        <div>
          <p class={styles.strong}>{t(settingsTexts.sitesNone)}</p>
          <p class={styles.hint}>{t(settingsTexts.sitesNoneHint)}</p>
        </div>
      )}
      {sites !== null && <SiteList sites={sites.read} onRevoke={revoke} />}
      {sites !== null && sites.fetched.length > 0 && (
        <>
          <div>
            <p class={styles.strong}>{t(sourceTexts.fetchedSites)}</p>
            <p class={styles.hint}>{t(sourceTexts.fetchedSitesHint)}</p>
          </div>
          <SiteList sites={sites.fetched} onRevoke={revoke} />
        </>
      )}
    </>
  );
}

/** What the organisation has set and the user has not allowed yet: one press, one question. */
function Preset({ sites }: { sites: readonly string[] }) {
  return (
    <div>
      <p class={styles.strong}>{t(settingsTexts.sitesPreset)}</p>
      <p class={styles.hint}>{t(settingsTexts.sitesPresetHint)}</p>
      <ul>
        {sites.map(site => (
          <li key={site} class={styles.site}>
            {site}
          </li>
        ))}
      </ul>
      <Button kind="primary" size="small" onClick={() => void allowSites(sites).catch(report)}>
        {t(settingsTexts.sitesAllowAll, { count: sites.length })}
      </Button>
    </div>
  );
}

function SiteList(props: { sites: readonly string[]; onRevoke(site: string): Promise<void> }) {
  if (props.sites.length === 0) return null;
  return (
    <ul>
      {props.sites.map(site => (
        <li key={site} class={styles.site}>
          {site}
          <Button
            size="small"
            aria-label={t(settingsTexts.revokeSite, { site })}
            onClick={() => void props.onRevoke(site)}
          >
            {t(settingsTexts.revoke)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
