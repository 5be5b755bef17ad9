import { declare } from './declared.ts';

/**
 * Zoho Desk: the ticket is known, the place of the contact in it is not.
 * Known from Clockify.
 */
export const zohoDesk = declare({
  id: 'zohoDesk',
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: true,
  hosts: ['desk.zoho.*'],
  thread: /\/(?:tickets\/details|dv|ShowHomePage\.do#Cases\/dv)\/(\d+)/,
  compose: 'iframe.ze_area',
  views: [
    {
      scope: [
        '.zd_v2-ticketdetailview-container',
        '[data-id="ticketDetailView"]',
        '[role=main], main',
        'body',
      ],
      body: '[data-id*="threadContent" i], [data-id*="conversationContent" i], .zd_v2-conversation-content',
      name: ['[data-id*="contactName" i] :text', 'a[href*="/contacts/"] :text'],
      from: ['contactEmail', 'contact_email', 'contactInfo', 'contactDetail', 'contactCard'].map(id => ({
        at: `[data-id*="${id}" i]`,
        email: [':any'],
        name: [],
      })),
    },
  ],
});
