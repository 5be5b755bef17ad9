import { texts } from './text.ts';

/** The lines below the address bar after the keyword. */
export const omniboxTexts = texts({
  hint: {
    en: 'Find a customer: name, pinyin, e-mail, end of the phone number, customer or order number',
    zh: '查找客户：姓名、拼音、邮箱、电话尾号、客户编号、订单号',
  },
  nobody: { en: 'No customer fits “{text}”', zh: '没有与“{text}”相符的客户' },
});
