import { declare } from './declared.ts';

/** Best Practical's Request Tracker. The requestors' line may name several; on other pages of a ticket a box does. */
export const requestTracker = declare({
  id: 'requestTracker',
  checkedOn: '5.0.3, 2026-11',
  sure: 'A',
  withoutClasses: false,
  where: /\/Ticket\//,
  sign: '[id^="comp-Ticket"], .ticket-info-people, a[href*="/User/Summary.html"], .ticket-info-requestor',
  thread: /\/Ticket\/[^?#]*\?(?:.*[&;])?id=(\d+)/,
  compose: '#UpdateContent, iframe.cke_wysiwyg_frame',
  views: [
    {
      scope: 'body',
      body: '.messagebody, .message-stanza, .transaction, [data-transaction-id], [id^="txn-"]',
      from: [
        ...[
          '.ticket-info-people .requestors .value .user[data-user-id]',
          '.ticket-info-people .requestors .user',
          '.ticket-info-requestor .user-summary .user',
          '.ticket-info-requestor .user',
          '[id^="accordion-requestor-"] .user-summary [data-user-id]',
        ].map(at => ({ at, email: [':text', 'a :text'], name: [':text'], many: true as const })),
        // The page of an answer names no requestor, but whom the answer is sent to.
        { at: '[name="TxnSendMailTo"]', email: ['@value'], name: [], hidden: true, only: true },
      ],
    },
  ],
});
