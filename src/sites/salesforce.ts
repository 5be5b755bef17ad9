import { declare } from './declared.ts';

const name = ['lightning-formatted-name :text', '.slds-page-header__title lightning-formatted-name :text'];

/**
 * Salesforce Lightning, service console. Tabs stay in the page, parts of it in open shadow roots; labels are in the
 * user's language, so of several addresses in a record none is taken.
 * Known from Clockify and Toggl Track.
 */
export const salesforce = declare({
  id: 'salesforce',
  checkedOn: '2026-11',
  sure: 'C',
  withoutClasses: false,
  hosts: ['*.lightning.force.com', '*.my.salesforce.com', '*.vf.force.com'],
  thread:
    /\/lightning\/r\/(?:Case|Contact|MessagingSession|LiveChatTranscript|EmailMessage)\/([A-Za-z0-9]{15,18})/,
  onlyThreads: true,
  shadow: true,
  views: [['.windowViewMode-normal'], ['.oneConsoleTab.active, [role=main], main', 'body']].map(scope => ({
    scope,
    active: '.active, .selected',
    name,
    body: 'emailui-rich-text-output, lightning-formatted-rich-text, .forceChatterFeedItemBody, .feedBodyInner',
    from: [
      'records-record-layout-item lightning-formatted-email',
      'lightning-formatted-email, emailui-formatted-email-wrapper, a[href^="mailto:" i]',
    ].map(at => ({
      at,
      email: ['a[href^="mailto:" i] @href', '@href', ':text'],
      name,
      only: true as const,
    })),
  })),
});
