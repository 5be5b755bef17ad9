import { declare } from './declared.ts';

const sidebar = '[data-cy*="customer" i], [data-testid*="customer" i], [class*="customer-sidebar" i]';

/**
 * Help Scout: the customer is in a bar beside the conversation; how it names the address is a guess.
 * Known from Clockify and Toggl Track.
 */
export const helpScout = declare({
  id: 'helpScout',
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: true,
  hosts: ['secure.helpscout.net'],
  thread: /\/conversation\/(\d+)/,
  onlyThreads: true,
  views: [
    {
      scope: 'body',
      body: '[data-cy*="thread" i], [data-testid*="thread" i], [data-cy*="message" i]',
      from: [
        {
          at: sidebar,
          email: [':any'],
          name: ['[data-cy*="name" i] :text', '[data-testid*="name" i] :text', 'h2 :text'],
        },
      ],
    },
  ],
});
