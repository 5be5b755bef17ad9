import { backupTexts } from '../../../i18n/backup.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { readingTexts } from '../../../i18n/reading.ts';
import { settingsTexts, studioTexts } from '../../../i18n/studio.ts';
import { Page, t } from '../../kit/index.ts';
import { BackupSettings } from '../backup/BackupSettings.tsx';
import { About } from './About.tsx';
import { DataSettings } from './DataSettings.tsx';
import { FieldSettings } from './FieldSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import styles from './SettingsScreen.module.css';
import { Shortcuts } from './Shortcuts.tsx';
import { SiteSettings } from './SiteSettings.tsx';

/** Settings: interface, sites, backup, data, shortcuts, about. */
export function SettingsScreen() {
  const parts = [
    { title: settingsTexts.look, Part: LookSettings },
    { title: settingsTexts.sites, Part: SiteSettings },
    { title: readingTexts.title, Part: ReadingSettings },
    { title: fieldTexts.title, Part: FieldSettings },
    { title: backupTexts.title, Part: BackupSettings },
    { title: settingsTexts.data, Part: DataSettings },
    { title: settingsTexts.shortcuts, Part: Shortcuts },
    { title: settingsTexts.about, Part: About },
  ];
  return (
    <Page title={t(studioTexts.settings)}>
      {parts.map(({ title, Part }) => (
        <section key={title.en} class={styles.part}>
          <h2 class={styles.heading}>{t(title)}</h2>
          <div class={styles.card}>
            <Part />
          </div>
        </section>
      ))}
    </Page>
  );
}
