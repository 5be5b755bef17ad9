import { declare } from './declared.ts';

const requester = 'select[data-actor-type="requester"] option';

/**
 * GLPI: the requesters are the options of a list that the page replaces by its own, so they are out of sight.
 * Known from the product's own source of 10 and 11.
 */
export const glpi = declare({
  id: 'glpi',
  checkedOn: '2026-11',
  sure: 'A',
  withoutClasses: true,
  where: /\/front\/(?:ticket|change|problem)\.form\.php|\/(?:Ticket|Change|Problem)\/\d+/,
  thread: /\/front\/(?:ticket|change|problem)\.form\.php\?(?:.*&)?id=(\d+)/,
  own: ['default', 'alternative'].map(kind => `select[data-actor-type="assign"] option @data-${kind}-email`),
  compose: 'iframe.tox-edit-area__iframe',
  views: [
    {
      scope: 'body',
      body: '.timeline-content, .rich_text_container, .itil-timeline',
      from: [
        ...[`${requester}[data-itemtype="User"]`, requester].map(at => ({
          at,
          email: ['@data-alternative-email', '@data-default-email'],
          name: ['@data-title', '@data-text', ':text'],
          many: true as const,
          hidden: true as const,
        })),
        {
          at: '[data-actortype="requester"]',
          email: [':any'],
          name: ['.actor_text :text', ':text'],
          many: true,
        },
      ],
    },
  ],
});
