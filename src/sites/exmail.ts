import { declare } from './declared.ts';
import { oldCompose, oldFrame } from './qqMail.ts';

/**
 * Tencent Exmail: the old pages are thought to be those of QQ Mail; nothing is known of the new ones.
 */
export const exmail = declare({
  id: 'exmail',
  checkedOn: '2026-11',
  sure: 'D',
  withoutClasses: true,
  hosts: ['exmail.qq.com', '*.exmail.qq.com', 'work.exmail.qq.com'],
  own: ['#useraddr :text'],
  compose: oldCompose,
  views: [oldFrame(), { ...oldFrame(), frame: 'iframe#mainFrame' }],
});
