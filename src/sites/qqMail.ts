import { declare } from './declared.ts';

const head = '.mail-detail-basic .basic-body-item';

/**
 * Where an answer is written in the old pages: in a frame within their frame.
 * Known from realbmail.
 */
export const oldCompose = '#QMEditorArea iframe';

/** QQ Mail. The new one shows the mail in the page; the old one in a frame, and its own address never changes. */
export const qqMail = declare({
  id: 'qqMail',
  checkedOn: '2026-03',
  sure: 'B',
  withoutClasses: false,
  hosts: ['wx.mail.qq.com', 'mail.qq.com', '*.mail.qq.com'],
  thread: /\/read[^?#]*[?/](?:.*mailid=)?([\w-]{8,})/i,
  own: ['.xmail-ui-account .account-email :text', '.profile-user-info .user-email :text', '#useraddr :text'],
  compose: oldCompose,
  views: [
    {
      scope: ['.mail-list-page-reader', '.mail-detail-basic'],
      body: '.mail-reader-body, .reader-body-children',
      from: [
        {
          at: `${head}:first-child`,
          email: ['.cmp-account-email :text', '[title*="@"] @title', ':any'],
          name: ['.cmp-account-nick :text'],
          hidden: true,
        },
      ],
      to: [
        {
          at: `${head} ~ .basic-body-item`,
          email: ['.cmp-account-email :text', ':any'],
          name: ['.cmp-account-nick :text'],
          many: true,
        },
      ],
    },
    oldFrame(),
    { ...oldFrame(), frame: 'iframe#mainFrame' },
  ],
});

/** The old pages, which Tencent's mail for companies shares: an attribute `e` with the address, the sender's first. */
export function oldFrame() {
  return {
    frame: 'iframe[name="mainFrame"]',
    scope: 'body:has(#mailContentContainer)',
    body: '#mailContentContainer, .qmbox',
    from: ['.readmailinfo [e*="@"]', '#tipFromAddr_readmail ~ [e*="@"], [e*="@"]'].map(at => ({
      at,
      email: ['@e'],
      name: ['@n', ':text'],
    })),
    to: [{ at: '[e*="@"]', email: ['@e'], name: ['@n', ':text'], many: true as const }],
    thread: ['[name="mailid"] @value'],
  };
}
