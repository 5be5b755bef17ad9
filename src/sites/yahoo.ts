import { declare } from './declared.ts';

/** Yahoo Mail: pills with the address in their title, or as their text. */
export const yahoo = declare({
  id: 'yahoo',
  checkedOn: 'Mailvelope, 2026-11',
  sure: 'B',
  withoutClasses: true,
  hosts: ['mail.yahoo.com', '*.mail.yahoo.com', 'mail.yahoo.co.jp'],
  thread: /\/messages\/([^/?#]+)/,
  own: ['[data-test-id="account-email"] :text', '#ybarAccountMenu @aria-label'],
  compose: '[data-test-id="rte"]',
  views: [
    {
      scope: ['[data-test-id="message-group-view"]', '[role=main]', 'body'],
      message: '[data-test-id="message-view"]',
      ...people(),
    },
    { scope: 'body', ...people(true) },
  ],
});

function people(many?: true) {
  const pill = (role: string) => `[data-test-id="message-${role}"] [data-test-id="email-pill"]`;
  const sources = { email: ['@title', '@data-email', '[title*="@"] @title', ':text'], name: [':text'] };
  return {
    body: '[data-test-id="message-view-body"], .msg-body',
    from: [
      { at: pill('from'), ...sources, ...(many && { many }) },
      { at: '[data-test-id="message-from"]', email: [':any'], name: [':text'], ...(many && { many }) },
    ],
    replyTo: [{ at: pill('reply-to'), ...sources }],
    to: [{ at: pill('to'), ...sources, many: true as const }],
  };
}
