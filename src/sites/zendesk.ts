import { declare } from './declared.ts';

const requester = '[data-test-id="ticket-system-field-requester-select"]';

/**
 * Zendesk Agent Workspace. Several tickets stay in the page. The address is often nowhere in it: then there is only
 * the requester's name, which is a guess.
 * Known from Toggl Track.
 */
export const zendesk = declare({
  id: 'zendesk',
  checkedOn: '2026-04',
  sure: 'B',
  withoutClasses: true,
  hosts: ['*.zendesk.com'],
  where: /^\/agent\//,
  thread: /\/agent\/tickets\/(\d+)/,
  own: ['[data-test-id="toolbar-profile-menu"] :any', '[data-test-id="user-menu"] :any'],
  compose: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
  views: [
    '[data-side-conversations-anchor-id]',
    '.ticket-panes-grid-layout',
    '[data-is-active]',
    'body',
  ].flatMap(scope => {
    const pane = {
      scope,
      active: '[data-is-active="true"]',
      body: '[data-test-id="omni-log-message-content"], [data-test-id="omni-log-comment-item"] .zd-comment',
      single: requester,
      sameThread: '@data-side-conversations-anchor-id',
    };
    const name = [
      `${requester} [data-garden-id="typography.ellipsis"] :text`,
      '[data-test-id="tooltip-requester-name"] :text',
      '[data-test-id="tabs-nav-item-users"] :text',
      `${requester} :text`,
    ];
    const places = ['[data-test-id^="customer-context"]', '[data-test-id^="essentials-card"]', requester];
    return [
      {
        ...pane,
        from: [
          { at: ':scope', email: [...places.map(place => `${place} :any`), `${requester} @title`], name },
        ],
      },
      {
        ...pane,
        message: '[data-test-id="omni-log-comment-item"]',
        agent:
          '[data-test-id="omni-log-avatar-badge-AgentBadge"], [data-test-id="omni-log-internal-note-tag"]',
        from: [{ at: '[data-test-id="omni-log-item-sender"]', email: [':any'], name: [':text'] }],
      },
    ];
  }),
});
