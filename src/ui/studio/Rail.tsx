import {
  BookOpenText,
  CircleHelp,
  ClipboardCheck,
  Gauge,
  Grid3x3,
  type IconNode,
  Import,
  Search,
  Settings,
  Users,
  UsersRound,
} from 'lucide';
import { sourceTexts } from '../../i18n/sources.ts';
import { studioTexts } from '../../i18n/studio.ts';
import { Icon, t } from '../kit/index.ts';
import { Mark } from './Mark.tsx';
import { openPalette } from './palette/state.ts';
import styles from './Rail.module.css';
import { hashOf, route, type Screen, screens } from './route.ts';
import { failingSources } from './sources/state.ts';

const icons: Record<Screen, IconNode> = {
  rules: BookOpenText,
  customers: Users,
  segments: Grid3x3,
  import: Import,
  duplicates: UsersRound,
  quality: Gauge,
  audit: ClipboardCheck,
  settings: Settings,
  reference: CircleHelp,
};

/** What explains the others: it stands at the end of the rail. */
const help: Screen = 'reference';

/** The screens, always at hand. */
export function Rail() {
  return (
    <nav class={styles.rail} aria-label={t(studioTexts.rail)}>
      <Mark />
      {screens
        .filter(screen => screen !== help)
        .map(screen => (
          <RailLink key={screen} screen={screen} />
        ))}
      <span class={styles.space} />
      <RailLink screen={help} />
      <button
        type="button"
        class={styles.item}
        title={`${t(studioTexts.palette)} (Ctrl+K)`}
        aria-label={t(studioTexts.palette)}
        onClick={openPalette}
      >
        <Icon of={Search} size={20} />
        <span aria-hidden="true">Ctrl K</span>
      </button>
    </nav>
  );
}

function RailLink({ screen }: { screen: Screen }) {
  const failing = screen === 'import' ? failingSources.value.length : 0;
  return (
    <a
      href={hashOf({ screen, id: '' })}
      class={styles.item}
      aria-current={route.value.screen === screen ? 'page' : undefined}
    >
      <Icon of={icons[screen]} size={20} />
      {t(studioTexts[screen])}
      {failing > 0 && (
        <span class={styles.failing} title={t(sourceTexts.failing, { count: failing })}>
          <span aria-hidden="true">{failing}</span>
          <span class="visually-hidden">{t(sourceTexts.failing, { count: failing })}</span>
        </span>
      )}
    </a>
  );
}
