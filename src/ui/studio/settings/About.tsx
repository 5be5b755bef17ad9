import { settingsTexts } from '../../../i18n/studio.ts';
import { installedVersion } from '../../../shell/index.ts';
import { t } from '../../kit/index.ts';
import styles from './SettingsScreen.module.css';

/** What this is, and which version. */
export function About() {
  return (
    <div>
      <p class={styles.strong}>{t(settingsTexts.version, { version: installedVersion() })}</p>
      <p class={styles.hint}>{t(settingsTexts.aboutText)}</p>
    </div>
  );
}
