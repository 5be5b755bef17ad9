import { declare } from './declared.ts';

/** Front: only generated names of classes are known, with a stable first part; the address itself is not. */
export const front = declare({
  id: 'front',
  checkedOn: 'Clockify, 2026-11',
  sure: 'C',
  withoutClasses: false,
  hosts: ['app.frontapp.com', '*.frontapp.com'],
  thread: /\/open\/([^/?#]+)/,
  views: [
    {
      scope: 'body',
      body: '[class*="messageViewerBody__"], [class*="messageBody__"]',
      from: [
        {
          at: '[class*="messageViewerRecipient__"]',
          email: ['@title', '[title*="@"] @title', ':any'],
          name: ['[class*="messageViewerRecipient__"][class*="Name"] :text', ':text'],
        },
      ],
    },
  ],
});
