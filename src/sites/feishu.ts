import { declare } from './declared.ts';

/** Feishu and Lark mail: nothing is known of its pages, so the generic reader reads them. */
export const feishu = declare({
  id: 'feishu',
  checkedOn: '2026-11',
  sure: 'D',
  withoutClasses: false,
  hosts: ['*.feishu.cn', '*.larksuite.com', '*.larkoffice.com'],
  where: /^\/mail(?:\/|$)/,
  thread: /\/mail\/.*(?:thread|message)[/=]([\w-]{6,})/i,
  views: [],
});
