import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { studioTexts } from '../../i18n/studio.ts';
import { Boundary, language, later, Toasts, t } from '../kit/index.ts';
import styles from './App.module.css';
import { CustomersScreen } from './customers/CustomersScreen.tsx';
import { Palette } from './palette/Palette.tsx';
import { Rail } from './Rail.tsx';
import { route, type Screen } from './route.ts';
import { RulesScreen } from './rules/RulesScreen.tsx';
import { SampleDialog } from './SampleDialog.tsx';
import { StatusLine } from './StatusLine.tsx';

const shown: Record<Screen, ComponentType> = {
  rules: RulesScreen,
  customers: CustomersScreen,
  segments: later(async () => (await import('./segments/SegmentsScreen.tsx')).SegmentsScreen),
  import: later(async () => (await import('./import/ImportScreen.tsx')).ImportScreen),
  duplicates: later(async () => (await import('./duplicates/DuplicatesScreen.tsx')).DuplicatesScreen),
  quality: later(async () => (await import('./quality/QualityScreen.tsx')).QualityScreen),
  audit: later(async () => (await import('./audit/AuditScreen.tsx')).AuditScreen),
  settings: later(async () => (await import('./settings/SettingsScreen.tsx')).SettingsScreen),
  reference: later(async () => (await import('./reference/ReferenceScreen.tsx')).ReferenceScreen),
};

/** The studio: rail, one screen, status line; the command palette lies over all of it. */
export function App() {
  const { screen } = route.value;
  const Shown = shown[screen];
  const title = `${t(studioTexts[screen])} · Tierlens`;

  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  }, [title]);

  return (
    <div class={styles.app}>
      <button type="button" class={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t(studioTexts.skip)}
      </button>
      <Rail />
      <main id="main" class={styles.main} tabIndex={-1}>
        <Boundary key={screen}>
          <Shown />
        </Boundary>
      </main>
      <StatusLine />
      <Palette />
      <SampleDialog />
      <Toasts />
    </div>
  );
}
