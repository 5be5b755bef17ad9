import { declare } from './declared.ts';

const user = (what: string) => `[id^="user-"][id$="-${what}"]`;

/** osTicket, the agent's panel. What belongs to the ticket's owner has the owner's number in its id. */
export const osticket = declare({
  id: 'osticket',
  checkedOn: '1.18, 2026-10',
  sure: 'A',
  withoutClasses: true,
  where: /\/scp\/(?:tickets|users|tasks)\.php|\/tickets\.php/,
  sign: user('email'),
  thread: /\/(?:tickets|tasks|users)\.php\?(?:.*&)?id=(\d+)/,
  compose: '.redactor-in, .redactor-editor, textarea#response',
  views: [
    {
      scope: 'body',
      body: '.thread-body, .thread-entry',
      from: [
        {
          at: ':scope',
          email: [`${user('email')} :text`],
          name: [`${user('name')} :text`],
          phone: [`${user('phone')} :text`],
        },
      ],
    },
  ],
});
