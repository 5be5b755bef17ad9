import { declare } from './declared.ts';

const address = [
  '@title',
  '[data-testid="recipient-address"] :text',
  '[title*="@"] @title',
  'a[href^="mailto:" i] @href',
  ':text',
];
/** `… <address>`, for what a folded message does not show. */
const labelled = ['@title', '@aria-label', ...address.slice(1)];
const name = ['[data-testid="recipient-label"] :text', '.message-recipient-item-label :text', ':text'];

/**
 * Proton Mail. Messages are in frames of their own; the list beside has senders too, under another test id.
 * Known from the product's own source.
 */
export const proton = declare({
  id: 'proton',
  checkedOn: '2026-11',
  sure: 'A',
  withoutClasses: true,
  hosts: ['mail.proton.me', 'mail.protonmail.com'],
  thread: /^\/u\/\d+\/[^/]+\/([^/?#]+)/,
  ownTitle: true,
  own: ['[data-testid="heading:userdropdown"] :any'],
  compose: 'iframe[data-testid="rooster-iframe"]',
  views: [
    { scope: 'body', message: '[data-testid^="message-view-"]' },
    { scope: ['[data-testid^="message-view"]', '[data-testid^="conversation"]', 'main', 'body'] },
  ].map(view => ({
    ...view,
    agent: '.is-outbound',
    body: '[data-testid="content-iframe"], .message-content, [data-testid^="message-column"]',
    from: [
      { at: '[data-testid="recipients:sender"]', email: address, name },
      { at: '[data-testid="message-header:from"]', email: address, name },
      { at: '[data-testid^="recipient:details-dropdown"]', email: labelled, name },
    ],
    to: [
      {
        at: '[data-testid^="recipients:item"], [data-testid="recipients:partial"]',
        email: address,
        name,
        many: true,
      },
    ],
  })),
});
