import { reviewTexts } from '../../../../i18n/review.ts';
import { t, toast } from '../../../kit/index.ts';
import { go } from '../../route.ts';
import { draft, pick } from '../../rules/session.ts';

/** Opens a published rule in the editor, with its distribution beside it. Says so where the draft has it no more. */
export function goToRule(kind: string, name: string): void {
  const found = draft
    .peek()
    ?.shown.peek()
    .find(each => each.kind === kind && each.name === name);
  go('rules');
  if (!found) toast(t(reviewTexts.ruleElsewhere, { name }), { tone: 'error' });
  else setTimeout(() => pick(found.start, 'distribution')); // after the address has been followed
}
