import { declare } from './declared.ts';

const text =
  '.textBubble, .richtext-content, .article-content, [data-test-id="article-content"], .inner-article-body';

const open = {
  scope: ['[id^="content_permanent_Ticket-"]', '.content.active .ticketZoom', '.ticketZoom', 'main', 'body'],
  active: '.active',
};

/**
 * Zammad, the classic desk and the new one. Opened tickets stay in the page; the customer's tab may be folded.
 * Known from the product's own source.
 */
export const zammad = declare({
  id: 'zammad',
  checkedOn: '2026-11',
  sure: 'A',
  withoutClasses: true,
  where: /#ticket\/zoom\/\d+|^\/(?:desktop|mobile)\/tickets?\/\d+/,
  thread: /#ticket\/zoom\/(\d+)|\/(?:desktop|mobile)\/tickets?\/(\d+)/,
  own: ['.user-menu .avatar @data-original-title'],
  compose: '[data-name="body"][contenteditable="true"]',
  views: [
    {
      ...open,
      body: `${text}, [id^="article-"]`,
      from: [
        {
          at: '[data-tab="customer"]',
          email: ['a[href^="mailto:" i] @href', ':any'],
          name: [
            '.userInfo-name :text',
            '[title] a[href^="#user/profile/"] :text',
            'a[href^="#user/profile/"] :text',
          ],
          phone: ['a[href^="tel:" i] @href'],
          hidden: true,
        },
        { at: 'aside a[href^="mailto:" i]', email: ['@href'], name: [], only: true },
        { at: '[id*="idebar"] a[href^="mailto:" i]', email: ['@href'], name: [], only: true },
      ],
    },
    {
      ...open,
      body: text,
      from: [
        {
          at: '.ticket-article-item.customer .article-meta-value',
          email: [':text'],
          name: [':text'],
          hidden: true,
        },
      ],
    },
  ],
});
