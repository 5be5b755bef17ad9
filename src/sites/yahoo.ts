import { declare } from './declared.ts';

/**
 * Yahoo Mail: pills with the address in their title, or as their text.
 * Known from Mailvelope and three extensions.
 */
export const yahoo = declare({
  id: 'yahoo',
  checkedOn: '2026-11',
  sure: 'B',
  withoutClasses: true,
  hosts: ['mail.yahoo.com', '*.mail.yahoo.com', 'mail.yahoo.co.jp'],
  ownTitle: true,
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
  const place = (role: string) => ({
    at: `[data-test-id="message-${role}"]`,
    email: ['[data-test-id="email-pill"] @title', '[data-email] @data-email', '[title*="@"] @title', ':text'],
    name: ['[data-test-id="email-pill"] :text', ':text'],
  });
  const pill = '[data-test-id="message-to"] [data-test-id="email-pill"]';
  return {
    body: '[data-test-id="message-view-body"], .msg-body',
    from: [{ ...place('from'), ...(many && { many }) }],
    replyTo: [place('reply-to')],
    to: [{ at: pill, email: ['@title', '@data-email', '[title*="@"] @title', ':text'], many: true as const }],
  };
}
