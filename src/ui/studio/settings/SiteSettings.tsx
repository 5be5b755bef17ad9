import { useEffect, useState } from 'preact/hooks';
import { sourceTexts } from '../../../i18n/sources.ts';
import { settingsTexts } from '../../../i18n/studio.ts';
import {
  type AllowedSites,
  type Policy,
  revokeSite,
  watchAllowedSites,
  watchPolicy,
} from '../../../shell/index.ts';
import { AllowSites, Button, t, toast } from '../../kit/index.ts';
import { report } from '../report.ts';
import styles from './SettingsScreen.module.css';

/** The sites that Tierlens may read; each can be taken back. */
export function SiteSettings() {
  const [sites, setSites] = useState<AllowedSites | null>(null);
  const [policy, setPolicy] = useState<Policy>({ sites: [], refused: [], packs: [] });

  useEffect(() => {
    const gone = new AbortController();
    watchAllowedSites(setSites, gone.signal);
    watchPolicy(setPolicy, report, gone.signal);
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

  const missing = policy.sites.filter(site => sites !== null && !sites.read.includes(site));
  return (
    <>
      <p class={styles.hint}>{t(settingsTexts.sitesHint)}</p>
      {missing.length > 0 && <Preset sites={missing} />}
      {policy.refused.length > 0 && (
        <p role="status">{t(settingsTexts.sitesRefused, { sites: policy.refused.join(', ') })}</p>
      )}
      {sites?.read.length === 0 && (
        <div>
          <p class={styles.strong}>{t(settingsTexts.sitesNone)}</p>
          <p class={styles.hint}>{t(settingsTexts.sitesNoneHint)}</p>
        </div>
      )}
      {sites !== null && <SiteList sites={sites.read} preset={policy.sites} onRevoke={revoke} />}
      {sites !== null && sites.fetched.length > 0 && (
        <>
          <div>
            <p class={styles.strong}>{t(sourceTexts.fetchedSites)}</p>
            <p class={styles.hint}>{t(sourceTexts.fetchedSitesHint)}</p>
          </div>
          <SiteList sites={sites.fetched} preset={[]} onRevoke={revoke} />
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
      <AllowSites origins={sites} onError={report}>
        {t(settingsTexts.sitesAllowAll, { count: sites.length })}
      </AllowSites>
    </div>
  );
}

interface SiteListProps {
  sites: readonly string[];
  /** Those that the organisation has set are marked. */
  preset: readonly string[];
  onRevoke(site: string): Promise<void>;
}

function SiteList({ sites, preset, onRevoke }: SiteListProps) {
  if (sites.length === 0) return null;
  return (
    <ul>
      {sites.map(site => (
        <li key={site} class={styles.site}>
          <span class={styles.grow}>{site}</span>
          {preset.includes(site) && <span class={styles.hint}>{t(settingsTexts.sitePreset)}</span>}
          <Button
            size="small"
            aria-label={t(settingsTexts.revokeSite, { site })}
            onClick={() => void onRevoke(site)}
          >
            {t(settingsTexts.revoke)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
