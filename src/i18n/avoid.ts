import { texts } from './text.ts';

/** What is not to be done: on the card, and in the panel, which carries no more of the card's texts. */
export const avoidTexts = texts({
  avoid: { en: 'Don’t: {action}', zh: '不要：{action}' },
  avoidWhy: { en: 'Don’t: {action} ({reasons})', zh: '不要：{action}（{reasons}）' },
});
