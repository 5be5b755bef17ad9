import { fieldOf, nameInRules } from '../../../../domain/index.ts';
import type { CustomersPage } from '../../../../engine/index.ts';
import type { Language } from '../../../../i18n/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { fieldNameBeside, mergePack, potentialHighValue, printName } from '../../../../rules/index.ts';
import { language, t, toast } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { draft, setText } from '../../rules/session.ts';

/** The fields that the rule looks at. */
const looked = ['averageOrder', 'monetary', 'recency'];

/** The segment of potential high-value customers, as rules spell it beside those of the draft. */
export function potentialRule(spelling: Language): string {
  const name = printName(nextTexts.potentialName[spelling]);
  const beside = draft.value?.text.value ?? '';
  const condition = looked.reduce((text, id) => {
    const field = fieldOf('customer', id);
    return text.replaceAll(nameInRules(field, spelling), fieldNameBeside(field, spelling, beside));
  }, potentialHighValue[spelling]);
  return spelling === 'zh' ? `分群 ${name}\n  当 ${condition}` : `segment ${name}\n  when ${condition}`;
}

/** A page of those customers; those who paid most come first. */
export async function potentialCustomers(offset: number, limit: number): Promise<CustomersPage> {
  const { total, members } = await engine.members({
    text: potentialRule(language.value),
    name: t(nextTexts.potentialName),
    ...{ show: 'matches', search: '', offset, limit },
  });
  return { total, hits: members };
}

/** Writes the segment into the draft. */
export function savePotential(): void {
  const before = draft.value?.text.peek();
  if (before === undefined) return;
  const name = t(nextTexts.potentialName);
  const { text, renamed } = mergePack(
    before,
    potentialRule(language.value),
    t(nextTexts.potential),
    new Map(),
  );
  setText(text);
  toast(t(nextTexts.potentialSaved, { name: renamed.get(name) ?? name }), { undo: () => setText(before) });
}
