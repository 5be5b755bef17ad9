import { declare } from './declared.ts';

/**
 * Intercom: only the title of the conversation is known, which bears the person's name: a guess.
 * Known from Clockify and Toggl Track.
 */
export const intercom = declare({
  id: 'intercom',
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: true,
  hosts: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com', 'app.intercom.io'],
  thread: /\/conversations?\/(\d+)/,
  compose: '.ProseMirror[contenteditable="true"]',
  onlyThreads: true,
  views: [
    {
      scope: 'body',
      body: '[data-part-group-id], [data-conversation-part-id], .intercom-interblocks',
      from: [
        {
          at: ':scope',
          email: ['[data-attribute-name="email"] :any', '[data-intercom-target*="user-details"] :any'],
          name: ['[data-inbox-conversation-header-title] :text', '[data-conversation-title] :text'],
        },
      ],
    },
  ],
});
