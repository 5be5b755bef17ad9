import { declare } from './declared.ts';

/**
 * The table of details, which comes when it is first opened: a label and a value in each row, first the sender, then,
 * where an answer goes elsewhere, to whom; else the recipients, who stand in the head too.
 */
const answered = 'tr:first-child:has(> td + td [email]) + tr > td + td [email]';

/**
 * Gmail. Several conversations stay in the page, the open one in the visible main area. A draft has a message id too,
 * but no legacy one. The names of classes have been the same for years; `h3` and the attributes do without them.
 * Known from InboxSDK, Mailvelope and FlowCrypt.
 */
export const gmail = declare({
  id: 'gmail',
  checkedOn: '2026-11',
  sure: 'A',
  withoutClasses: true,
  hosts: ['mail.google.com'],
  thread: /#(?:[^?]*\/)([A-Za-z0-9]{15,})(?:[?/]|$)|[?&]th=([^&#]+)/,
  ownTitle: true,
  own: ['a[href^="https://accounts.google.com/SignOutOptions"] @aria-label'],
  compose: '[g_editable="true"]',
  views: ['[data-legacy-message-id]', '[data-message-id]', '.gs'].map(message => ({
    scope: '[role=main]',
    message,
    body: '.a3s, .ii',
    from: ['h3 [email]', '.gD[email]', '[email]', 'h3 [data-hovercard-id*="@"]'].map(at => ({
      at,
      email: ['@email', '@data-hovercard-id'],
      name: ['@name', ':text'],
    })),
    to: ['.hb [email]', '[email]:not(td + td *)', '[email]'].map(at => ({
      at,
      email: ['@email'],
      name: ['@name', ':text'],
      many: true as const,
    })),
    replyTo: [
      {
        at: answered,
        email: ['@email'],
        name: ['@name', ':text'],
        many: true as const,
        hidden: true as const,
      },
    ],
    thread: ['[data-legacy-thread-id] @data-legacy-thread-id'],
  })),
});
