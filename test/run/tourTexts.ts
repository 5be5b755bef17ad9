import { texts } from '../../src/i18n/index.ts';

/** What the tour tells of its steps and pictures. */
export const tourTexts = texts({
  loadSample: { en: 'The studio loads the sample workspace', zh: '工作室载入示例数据' },
  publishRules: { en: 'The shipped rules are published', zh: '发布自带的规则' },
  allow: { en: 'The demo site is allowed by one press in the popup', zh: '在弹窗中一键允许演示网站' },
  mailbox: { en: 'The mailbox shows the card of who is writing', zh: '邮箱页面显示来信客户的卡片' },
  next: {
    en: 'The next message in the same page shows another customer',
    zh: '同一页面打开下一封邮件，卡片随之更换',
  },
  form: {
    en: 'A mail from the contact form shows whoever filled it in',
    zh: '网站表单转来的邮件显示填写表单的客户',
  },
  choose: {
    en: 'An address that two customers share: the card asks which',
    zh: '两位客户共用一个邮箱：卡片请客服选择',
  },
  stranger: {
    en: 'A stranger can be added; a forged name shows nobody else',
    zh: '陌生人可一键添加；伪造的发件人名称不会认错人',
  },
  helpdesk: { en: 'The helpdesk shows the card of the requester', zh: '客服工单页面显示提交人的卡片' },
  panel: {
    en: 'The side panel tells everything about the same customer',
    zh: '侧边栏显示同一位客户的全部资料',
  },
  popup: { en: 'The popup finds a customer by pinyin initials', zh: '弹窗按拼音首字母找到客户' },
  dark: { en: 'Everything follows the dark appearance', zh: '所有界面跟随深色外观' },
  pictureStudio: {
    en: 'The studio: rules, live counts, who matches',
    zh: '工作室：规则、实时人数、符合的客户',
  },
  pictureMailbox: { en: 'A mailbox with the card of who is writing', zh: '邮箱页面与来信客户的卡片' },
  pictureChoose: { en: 'An address that two customers share', zh: '两位客户共用的邮箱' },
  pictureStranger: { en: 'A stranger', zh: '陌生人' },
  pictureHelpdesk: { en: 'A helpdesk ticket with the card of the requester', zh: '客服工单与提交人的卡片' },
  picturePanel: { en: 'The side panel', zh: '侧边栏' },
  picturePopup: { en: 'The toolbar popup', zh: '工具栏弹窗' },
  pictureStudioDark: { en: 'The studio, dark', zh: '工作室，深色' },
  pictureMailboxDark: { en: 'The mailbox and the card, dark', zh: '邮箱与卡片，深色' },
  failed: {
    en: 'The step “{step}” ({language}) failed: {reason}',
    zh: '步骤“{step}”（{language}）失败：{reason}',
  },
});
