import { texts } from './text.ts';

/** What decided, in a few words: '91 days' of recency is 'no order for 91 days'. */
export const reasonTexts = texts({
  recency: { en: 'no order for {value} {value|day|days}', zh: '{value} 天没有下单' },
  frequency: { en: '{value} {value|order|orders}', zh: '下过 {value} 单' },
  consultations: { en: '{value} {value|consultation|consultations}', zh: '咨询过 {value} 次' },
  days: { en: '{value} {value|day|days}', zh: '{value} 天' },
  unknownValue: { en: 'not known', zh: '未知' },
  yes: { en: '{subject}', zh: '{subject}' },
  not: { en: 'not {subject}', zh: '非{subject}' },
  valueOf: { en: '{subject} {value}', zh: '{subject} {value}' },
});
