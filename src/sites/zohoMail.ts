import { declare } from './declared.ts';

/** Zoho Mail: nothing is known of its pages, so the generic reader reads them. */
export const zohoMail = declare({
  id: 'zohoMail',
  checkedOn: 'not seen, 2026-11',
  sure: 'D',
  withoutClasses: false,
  hosts: [
    'mail.zoho.com',
    'mail.zoho.eu',
    'mail.zoho.in',
    'mail.zoho.com.cn',
    'mail.zoho.com.au',
    'mail.zoho.jp',
  ],
  thread: /#mail\/[^?]*\/p\/(\d+)/,
  compose: 'iframe.ze_area',
  views: [],
});
