import { declare } from './declared.ts';

/**
 * 163, 126 and yeah.net. Opened mails stay in the page as tabs; the text of each is in a frame of its own.
 * Known from realbmail.
 */
export const netease = declare({
  id: 'netease',
  checkedOn: '2026-03',
  sure: 'B',
  withoutClasses: true,
  hosts: ['mail.163.com', 'mail.126.com', 'mail.yeah.net', '*.mail.163.com', '*.mail.126.com', 'vip.163.com'],
  own: ['#spnUid :text'],
  compose: 'iframe.APP-editor-iframe',
  views: [
    {
      scope: '[id^="_dvModuleContainer_read.ReadModule"]',
      body: '.netease_mail_readhtml, [class*="readhtml"], [id^="_mail_email"]',
      from: [
        {
          at: '.nui-addr, .nui-addr-email',
          email: ['.nui-addr-email :text', '@title', ':text'],
          name: ['.nui-addr-name :text', '@title'],
        },
        { at: '[title*="@"]', email: ['@title'], name: ['@title'] },
        { at: ':scope', email: [':any'], name: [] },
      ],
      to: [
        {
          at: '.nui-addr',
          email: ['.nui-addr-email :text', '@title', ':text'],
          name: ['.nui-addr-name :text', '@title'],
          many: true,
        },
        { at: '[title*="@"]', email: ['@title'], name: ['@title'], many: true },
      ],
      thread: ['@id'],
    },
  ],
});
