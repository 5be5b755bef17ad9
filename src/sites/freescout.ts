import { declare } from './declared.ts';

/** FreeScout: one box beside the conversation has the customer's address, phone and company. */
export const freescout = declare({
  id: 'freescout',
  checkedOn: '1.8.145, 2026-10',
  sure: 'A',
  withoutClasses: true,
  sign: '#conv-layout-customer, .customer-snippet, body[data-mailbox_id]',
  thread: /\/conversation\/(\d+)/,
  compose: '.note-editable',
  views: [
    {
      scope: ['#conv-layout-customer', '.customer-snippet'],
      from: [
        {
          at: ':scope',
          email: [
            '.customer-email .contact-main :text',
            '.customer-email :any',
            'li a[href="#"] :text',
            ':any',
          ],
          name: ['.customer-name :text', 'a[href*="/customers/"] :text'],
          phone: ['.customer-phone a[href^="tel:"] @href', 'a[href^="tel:"] @href'],
        },
      ],
    },
  ],
});
