import { declare } from './declared.ts';

const field = (kind: string) => `[data-test-id="requester-info-contact-${kind}"]`;
const name = [
  '.widget-requestor-info .info-name :text',
  '.sender-info [data-test-id="user-name"] :text',
  '[data-test-id="user-name"] :text',
];

/**
 * Freshdesk: a widget beside the ticket shows the requester's address and phone numbers.
 * Known from Clockify, Toggl Track and three user scripts.
 */
export const freshdesk = declare({
  id: 'freshdesk',
  checkedOn: '2026-11',
  sure: 'B',
  withoutClasses: true,
  hosts: ['*.freshdesk.com', '*.freshworks.com', '*.myfreshworks.com'],
  thread: /\/a\/tickets\/(\d+)/,
  own: ['[data-test-id="user-profile-email"] :any'],
  compose: '.fr-element[contenteditable="true"]',
  onlyThreads: true,
  views: [
    {
      scope: 'body',
      single: field('email'),
      body: '.ticket-details__item__content, .thread-content, [data-test-id="conversation-content"]',
      from: [
        {
          at: ':scope',
          hidden: true,
          email: [`${field('email')} :first`],
          name: [...name, '.widget-requestor-info :text'],
          phone: ['work_phone', 'phone', 'mobile'].flatMap(kind => [
            `${field(kind)} a[href^="tel:"] @href`,
            `${field(kind)} .info-details-content :text`,
            `${field(kind)} :text`,
          ]),
        },
        { at: '.widget-requestor-info, [data-test-id="requester-info"]', email: [':any'], name },
      ],
    },
  ],
});
