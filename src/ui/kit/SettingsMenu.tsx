import { Settings2 } from 'lucide';
import { kitTexts } from '../../i18n/kit.ts';
import type { Settings } from '../../shell/index.ts';
import { setLanguage, setTheme, settings, t } from './language.ts';
import { Menu, type MenuHeading, type MenuItem } from './Menu.tsx';
import { toast } from './Toast.tsx';
import { describeProblem } from './words.ts';

/** Language and colours, chosen from wherever the user is. `before` stands above them. */
export function SettingsMenu({ label, before = [] }: { label: string; before?: readonly MenuItem[] }) {
  const chosen = settings.value;
  const failed = (error: unknown) => toast(describeProblem(error), { tone: 'error' });
  const languages: readonly [Settings['language'], string][] = [
    ['auto', t(kitTexts.languageAuto)],
    ['zh', '简体中文'],
    ['en', 'English'],
  ];
  const themes: readonly [Settings['theme'], string][] = [
    ['auto', t(kitTexts.themeAuto)],
    ['light', t(kitTexts.themeLight)],
    ['dark', t(kitTexts.themeDark)],
  ];
  const items: (MenuItem | MenuHeading)[] = [
    ...before,
    { heading: t(kitTexts.language) },
    ...languages.map(([value, name]) => ({
      label: name,
      checked: chosen.language === value,
      onChoose: () => void setLanguage(value).catch(failed),
    })),
    { heading: t(kitTexts.theme) },
    ...themes.map(([value, name]) => ({
      label: name,
      checked: chosen.theme === value,
      onChoose: () => void setTheme(value).catch(failed),
    })),
  ];
  return <Menu label={label} icon={Settings2} items={items} />;
}
