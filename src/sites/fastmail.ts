import { declare } from './declared.ts';

/**
 * Fastmail: the address is the title of the sender's name.
 * Known from Toggl Track and two extensions.
 */
export const fastmail = declare({
  id: 'fastmail',
  checkedOn: '2026-11',
  sure: 'B',
  withoutClasses: false,
  hosts: ['app.fastmail.com', 'beta.fastmail.com', 'www.fastmail.com'],
  thread: /^\/mail\/[^/]+\/([^/?#]+)/,
  views: ['.v-MessageCard', '.v-Message', undefined].map(message => ({
    scope: ['.v-Thread', '[role=main]'],
    ...(message && { message }),
    body: '.v-Message-body, .v-MessageCard-body, .v-MessageBody',
    from: [
      { at: '.v-MessageCard-from', email: ['@title', '[title*="@"] @title', ':text'], name: [':text'] },
      { at: '.v-MessageCard-unknownSender', email: [':text'], name: [] },
      { at: '.v-Message-from', email: ['@title', '[title*="@"] @title', ':text'], name: [':text'] },
    ],
    replyTo: [{ at: '.v-MessageCard-replyTo', email: ['@title', '[title*="@"] @title', ':text'] }],
    to: [
      {
        at: '.v-MessageCard-to, .v-MessageCard-to [title*="@"], .v-Message-toName',
        email: ['@title', ':text'],
        name: [':text'],
        many: true as const,
      },
    ],
  })),
});
