import { texts } from './text.ts';

/** What the values of a workspace's own field mean. */
export const fieldTexts = texts({
  text: { en: 'Text', zh: '文本' },
  number: { en: 'Number', zh: '数字' },
  money: { en: 'Money', zh: '金额' },
  share: { en: 'Share', zh: '比例' },
  days: { en: 'Days', zh: '天数' },
  date: { en: 'Date', zh: '日期' },
  flag: { en: 'Yes or no', zh: '是否' },
  texts: { en: 'Several texts', zh: '多个文本' },
});
