import { declare } from './declared.ts';

const bubble =
  '[id^="message"], [data-message-id], [data-bubble-name], .conversation-panel, .message-text__wrap';

/**
 * Chatwoot, theirs or anybody's. The contact's panel shows what it links to as a title inside the link; a link in the
 * text of a message has no such, and messages are left out besides.
 * Known from the product's own source.
 */
export const chatwoot = declare({
  id: 'chatwoot',
  checkedOn: '2026-11',
  sure: 'A',
  withoutClasses: true,
  where: /^\/app\/accounts\/\d+\/.*(?:conversations|contacts)\/\d+/,
  thread: /\/accounts\/\d+\/.*(?:conversations|contacts)\/(\d+)/,
  compose: '.ProseMirror[contenteditable="true"]',
  views: [
    {
      scope: ['.contact--profile', '.contact-conversation--panel, .contact--panel', 'aside', 'main', 'body'],
      body: bubble,
      from: [
        {
          at: ':scope',
          email: ['a[href^="mailto:"]:has(> span[title]) @href'],
          name: ['.contact--name :text', 'h3 :text', 'h2 :text'],
          phone: ['a[href^="tel:"]:has(> span[title]) @href', 'a[href^="tel:"] @href'],
        },
      ],
    },
    {
      scope: 'body',
      body: bubble,
      name: ['h3 :text'],
      from: [
        { at: 'a[href^="mailto:"]:has(> span[title])', email: ['@href'], name: [], only: true },
        { at: 'a[href^="tel:"]:has(> span[title])', email: [], name: [], phone: ['@href'], only: true },
      ],
    },
  ],
});
