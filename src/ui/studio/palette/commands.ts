import {
  BookOpenText,
  CircleHelp,
  ClipboardCheck,
  FileInput,
  Gauge,
  Grid3x3,
  History,
  type IconNode,
  Import,
  Languages,
  Moon,
  Plus,
  Rocket,
  Settings,
  Sparkles,
  Sun,
  Users,
  UsersRound,
} from 'lucide';
import { referenceTexts } from '../../../i18n/proof.ts';
import { paletteTexts, studioTexts } from '../../../i18n/studio.ts';
import { language, nameLabel, setLanguage, setTheme, t } from '../../kit/index.ts';
import { adding } from '../customers/state.ts';
import { report } from '../report.ts';
import { go, type Screen, screens } from '../route.ts';
import { kindIcons } from '../rules/kinds.ts';
import { dialog, draft, pick } from '../rules/session.ts';
import { wantSample } from '../sample.ts';
import { parts } from '../segments/parts.ts';

/** One thing that the palette can do. */
export interface Command {
  readonly id: string;
  readonly group: 'screens' | 'actions' | 'rules' | 'customers';
  readonly icon: IconNode;
  readonly label: string;
  readonly detail: string;
  /** Other words under which it is found. */
  readonly also: readonly string[];
  readonly shortcut?: string;
  run(): void;
}

const screenIcons: Record<Screen, IconNode> = {
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

const helpWords = [referenceTexts.title.en, referenceTexts.title.zh, 'Help', '帮助'];

/** Everything but customers: screens, actions, and the declarations of the draft. */
export function commands(): Command[] {
  return [...screenCommands(), ...modelCommands(), ...actionCommands(), ...ruleCommands()];
}

function screenCommands(): Command[] {
  return screens.map(screen => ({
    id: `screen ${screen}`,
    group: 'screens',
    icon: screenIcons[screen],
    label: t(studioTexts[screen]),
    detail: '',
    also: [studioTexts[screen].en, studioTexts[screen].zh, ...(screen === 'reference' ? helpWords : [])],
    ...(screen === 'reference' ? { shortcut: 'F1' } : {}),
    run: () => go(screen),
  }));
}

function modelCommands(): Command[] {
  return parts.map(({ id, title }) => ({
    id: `model ${id}`,
    group: 'screens',
    icon: screenIcons.segments,
    label: title[language.value],
    detail: t(studioTexts.segments),
    also: [title.en, title.zh],
    run: () => go('segments', id),
  }));
}

/** Opens something of the rules screen, which forgets its dialogs when it is left. */
function onRules(run: () => void): () => void {
  return () => {
    go('rules');
    setTimeout(run); // after the address has been followed
  };
}

function actionCommands(): Command[] {
  const action = (
    text: keyof typeof paletteTexts,
    icon: IconNode,
    run: () => void,
    shortcut?: string,
  ): Command => ({
    id: `action ${text}`,
    group: 'actions',
    icon,
    label: t(paletteTexts[text] as typeof paletteTexts.publish),
    detail: '',
    also: [paletteTexts[text].en, paletteTexts[text].zh],
    ...(shortcut ? { shortcut } : {}),
    run,
  });
  const speak = (wanted: 'en' | 'zh') => () => void setLanguage(wanted).catch(report);
  const colour = (theme: 'light' | 'dark') => () => void setTheme(theme).catch(report);
  return [
    action(
      'publish',
      Rocket,
      onRules(() => (dialog.value = 'publish')),
      'Ctrl+Enter',
    ),
    action('importFile', FileInput, () => go('import')),
    action('addCustomer', Plus, () => {
      go('customers');
      adding.value = true;
    }),
    action(
      'versions',
      History,
      onRules(() => (dialog.value = 'versions')),
    ),
    action('sample', Sparkles, () => void wantSample()),
    action('speakChinese', Languages, speak('zh')),
    action('speakEnglish', Languages, speak('en')),
    action('light', Sun, colour('light')),
    action('dark', Moon, colour('dark')),
  ];
}

function ruleCommands(): Command[] {
  return (draft.value?.shown.value ?? []).map(each => ({
    id: `rule ${each.kind} ${each.name}`,
    group: 'rules',
    icon: kindIcons[each.kind],
    label: each.name,
    detail: nameLabel(each.name) === each.name ? '' : nameLabel(each.name),
    also: [],
    run: onRules(() => pick(each.start, 'matches')),
  }));
}
