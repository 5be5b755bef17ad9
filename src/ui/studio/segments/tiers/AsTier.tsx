import { Layers } from 'lucide';
import type { LadderSettings } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { putLadderTier } from '../../../../rules/index.ts';
import { Button, language, t, toast } from '../../../kit/index.ts';
import { go } from '../../route.ts';
import { cursor, draft, setText } from '../../rules/session.ts';
import { levelNames } from './words.ts';

/** Writes a tier over the ladder into the draft of the rules, and goes there. */
export function AsTier({ settings }: { settings: LadderSettings }) {
  function write(): void {
    const before = draft.value?.text.peek();
    if (before === undefined) return;
    const tier = { name: t(tierTexts.tierName), levels: levelNames(settings) };
    const put = putLadderTier(before, tier, language.value);
    setText(put.text);
    cursor.value = put.start;
    go('rules');
    toast(t(tierTexts.asTierDone), { undo: () => setText(before) });
  }

  return (
    <Button icon={Layers} onClick={write} disabled={!draft.value}>
      {t(tierTexts.asTier)}
    </Button>
  );
}
