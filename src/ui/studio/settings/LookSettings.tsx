import { kitTexts } from '../../../i18n/kit.ts';
import { Field, Select, setLanguage, setTheme, settings, t } from '../../kit/index.ts';
import { report } from '../report.ts';
import styles from './SettingsScreen.module.css';

/** Language and colours of all pages. */
export function LookSettings() {
  return (
    <div class={styles.two}>
      <Field label={t(kitTexts.language)}>
        <Select
          value={settings.value.language}
          options={[
            { value: 'auto', label: t(kitTexts.languageAuto) },
            { value: 'zh', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={language => void setLanguage(language).catch(report)}
        />
      </Field>
      <Field label={t(kitTexts.theme)}>
        <Select
          value={settings.value.theme}
          options={[
            { value: 'auto', label: t(kitTexts.themeAuto) },
            { value: 'light', label: t(kitTexts.themeLight) },
            { value: 'dark', label: t(kitTexts.themeDark) },
          ]}
          onChange={theme => void setTheme(theme).catch(report)}
        />
      </Field>
    </div>
  );
}
