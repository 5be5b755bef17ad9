import { declare } from './declared.ts';

const part = (name: string) => `[class*="messageViewer${name}__"]`;
const handle = '[class*="messageViewerRecipient__StyledHandleSpan"]';

/**
 * Front: only generated names of classes are known, with a stable first part.
 * Known from Clockify and an extension that links conversations.
 */
export const front = declare({
  id: 'front',
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: false,
  hosts: ['app.frontapp.com', '*.frontapp.com'],
  thread: /\/(cnv_[^/?#]+)|\/open\/([^/?#]+)/,
  views: ['[class*="messageViewerBase__StyledMessageDiv"]', '[role=article]', undefined].map(message => ({
    scope: ['[data-testid^="viewer-"]', 'body'],
    ...(message && { message }),
    body:
      ['Body', 'EmailBody', 'Collapsed'].map(part).join() +
      ', [class*="messageBody__"], [class*="messageHtml__"]',
    from: [
      { at: handle, email: [':text'], name: [] },
      { at: part('Recipient'), email: ['@title', '[title*="@"] @title', ':any'], name: [] },
    ],
    name: [
      `${part('Recipient')}[class*="Name"] :text`,
      '[class*="messageViewerRecipient__StyledDetailsWrapperDiv"] > div:first-child :text',
      `${part('Recipient')} :text`,
    ],
    to: [{ at: '[class*="SectionContentDiv"]', email: [':first'], name: [] }],
  })),
});
