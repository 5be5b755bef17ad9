import { texts } from './text.ts';

/** What the user tells about reading pages, and what they are told when a page cannot be read. */
export const readingTexts = texts({
  allow: { en: 'Allow this site', zh: '允许此网站' },
  denied: {
    en: 'Not allowed: nothing is read. You can allow it at any time.',
    zh: '未获允许，不会读取任何内容。你可以随时再允许。',
  },

  missedTitle: { en: 'Who is writing here cannot be told', zh: '无法判断这里是谁来信' },
  missedText: {
    en: 'A message is open, but it does not look as it did when this site was last checked. Show Tierlens where the writer stands, or find the customer above.',
    zh: '有一封消息已打开，但页面与上次核对时不同。请指出来信人的位置，或在上方查找客户。',
  },
  missedShort: {
    en: 'A message is open, but who is writing cannot be told.',
    zh: '有一封消息已打开，但无法判断是谁来信。',
  },
  pick: { en: 'Show who is writing', zh: '指出来信人' },
  pickGone: {
    en: 'Tierlens is not running in this page. Reload it and try again.',
    zh: 'Tierlens 没有在此页面运行。请刷新页面后重试。',
  },
  picking: { en: 'Now click the name or the address on the page.', zh: '现在请在页面上点击姓名或邮箱。' },
  report: { en: 'Copy a report', zh: '复制报告' },
  reportCopied: {
    en: 'Copied: the structure of the page, without any text, address or number.',
    zh: '已复制：只含页面结构，不含任何文字、邮箱或号码。',
  },

  title: { en: 'Reading pages', zh: '读取页面' },
  own: { en: 'Your own addresses', zh: '你自己的邮箱地址' },
  ownHint: {
    en: 'Yours and your team’s: never taken for the customer. One on each line.',
    zh: '你和团队的地址，不会被当作客户。每行一个。',
  },
  patterns: { en: 'Numbers of customers and orders', zh: '客户编号与订单号' },
  patternsHint: {
    en: 'How they look, one on each line: letters and signs as they are, {figure} for a figure, {letter} for a letter. {example} finds A-123456. A number in the heading of a page, or one that you select, is looked up.',
    zh: '每行写一种格式：字母和符号照写，{figure} 表示一位数字，{letter} 表示一个字母。{example} 可找到 A-123456。页面标题中的编号，或你选中的编号，会自动查询。',
  },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved', zh: '已保存' },
  taught: { en: 'Sites you have taught', zh: '你教过的网站' },
  taughtNone: {
    en: 'None yet. Where Tierlens cannot tell who is writing, press “Show who is writing” in the side panel and click the name once.',
    zh: '还没有。在无法判断来信人的网站上，点击侧边栏中的“指出来信人”，再点一次姓名即可。',
  },
  readsEmail: { en: 'address', zh: '邮箱' },
  readsPhone: { en: 'telephone number', zh: '电话' },
  readsName: { en: 'name', zh: '姓名' },
  forget: { en: 'Forget', zh: '删除' },
  forgetSite: { en: 'Forget {site}', zh: '删除 {site}' },
  forgotten: { en: '{site} is read as before', zh: '{site} 已恢复原来的读取方式' },
  export: { en: 'Export', zh: '导出' },
  import: { en: 'Import', zh: '导入' },
  imported: {
    en: '{count} {count|site|sites} imported',
    zh: '已导入 {count} 个网站',
  },
});
