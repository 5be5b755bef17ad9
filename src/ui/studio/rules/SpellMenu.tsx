import { Download, EllipsisVertical, Languages, Package } from 'lucide';
import type { Language } from '../../../i18n/index.ts';
import { packTexts } from '../../../i18n/packs.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { parse, print } from '../../../rules/index.ts';
import { Menu, t, toast } from '../../kit/index.ts';
import { dialog, draft, setText } from './session.ts';

/** Rewrites the draft in the standard layout, with the keywords of either language. */
export function SpellMenu() {
  const spell = (language: Language) => {
    const current = draft.value!.text.peek();
    const parsed = parse(current);
    if (parsed.notes.some(note => note.severity === 'error')) {
      toast(t(rulesTexts.spellErrors), { tone: 'error' });
      return;
    }
    const written = print(parsed, language);
    if (written === current) return;
    setText(written);
    toast(t(rulesTexts.spelled), { undo: () => setText(current) });
  };
  return (
    <Menu
      label={t(rulesTexts.more)}
      icon={EllipsisVertical}
      items={[
        { heading: t(rulesTexts.spell) },
        { label: t(rulesTexts.spellChinese), icon: Languages, onChoose: () => spell('zh') },
        { label: t(rulesTexts.spellEnglish), icon: Languages, onChoose: () => spell('en') },
        { heading: t(packTexts.heading) },
        { label: t(packTexts.menu), icon: Package, onChoose: () => (dialog.value = 'packs') },
        { label: t(packTexts.menuExport), icon: Download, onChoose: () => (dialog.value = 'export') },
      ]}
    />
  );
}
