import { declare } from './declared.ts';

const property = (name: string) =>
  `:is([data-selenium-test*="property-input-${name}"], [data-test-id*="property-input-${name}"])`;

/**
 * HubSpot: contact records, help desk and inbox. The chicklet has the name, a property of the record the address.
 * Known from Clockify.
 */
export const hubspot = declare({
  id: 'hubspot',
  checkedOn: '2026-05',
  sure: 'B',
  withoutClasses: true,
  hosts: ['app.hubspot.com', '*.hubspot.com'],
  where: /\/(?:contacts|help-desk|live-messages|record)\b/,
  thread: /^.*\/(?:record\/0-\d+|contact|ticket|thread|view\/\d+|inbox)\/(\d+)/,
  views: [
    {
      scope: 'body',
      single: '[data-selenium-test="contact-chicklet-title-link"]',
      body: '[data-test-id*="message-body" i], [data-selenium-test*="message-body" i], [data-test-id="thread-content"]',
      from: [
        {
          at: ':scope',
          email: [
            `${property('email')} @value`,
            `${property('email')} :any`,
            '[data-selenium-test="contact-chicklet-email"] :any',
            '[data-selenium-test="highlightSubtitle"] :any',
            '[data-selenium-test*="contact-chicklet"] a[href^="mailto:"] @href',
          ],
          name: [
            '[data-selenium-test="contact-chicklet-title-link"] :text',
            '[data-selenium-test="highlightTitle"] :text',
            '[data-test-id="thread-list-member-row"][data-selected="true"] [data-test-id="member-header"] :text',
          ],
          phone: [`${property('phone')} @value`],
        },
      ],
    },
  ],
});
