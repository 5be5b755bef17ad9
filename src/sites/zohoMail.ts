import { declare } from './declared.ts';

/** Zoho Mail: nothing is known of its pages, so the generic reader reads them. */
export const zohoMail = declare({
  id: 'zohoMail',
  checkedOn: '2026-11',
  sure: 'D',
  withoutClasses: false,
  hosts: ['mail.zoho.*'],
  thread: /#mail\/[^?]*\/p\/(\d+)/,
  compose: 'iframe.ze_area',
  views: [],
});
