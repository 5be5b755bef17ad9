import { texts } from './text.ts';

/** The toolbar popup. */
export const popupTexts = texts({
  title: { en: 'Tierlens: find a customer', zh: 'Tierlens：查找客户' },
  searchLabel: { en: 'Find a customer', zh: '查找客户' },
  searchPlaceholder: { en: 'Name, e-mail, phone tail, pinyin', zh: '姓名、邮箱、电话尾号、拼音首字母' },
  thisPage: { en: 'This page', zh: '当前页面' },
  onSite: { en: 'This page · {site}', zh: '当前页面 · {site}' },
  none: {
    en: 'Nobody recognised here. Open a message or a ticket.',
    zh: '这里没有识别到来信人。请打开一封邮件或工单。',
  },
  unreadable: {
    en: 'Extensions cannot read this page. Type a name to find a customer.',
    zh: '扩展无法读取此页面。可输入姓名查找客户。',
  },
  notAllowed: {
    en: 'Allow this site, and the card of whoever is writing appears on it. Nothing leaves your browser.',
    zh: '允许后，来信客户的卡片会显示在此网站上。数据不会离开你的浏览器。',
  },
  allowed: { en: 'Allowed', zh: '已允许' },
  revoke: { en: 'Stop reading this site', zh: '停止读取此网站' },
  revoked: { en: 'Tierlens no longer reads this site.', zh: 'Tierlens 不再读取此网站。' },
  unknown: { en: 'Not in your base yet', zh: '客户库中还没有' },
  add: { en: 'Add', zh: '添加' },
  added: { en: 'Customer added', zh: '已添加客户' },
  next: { en: 'Next:', zh: '下一步：' },
  within: { en: 'within {count} {count|day|days}', zh: '{count} 天内' },
  several: { en: 'Who is it?', zh: '是哪一位？' },
  emptyTitle: { en: 'No customers yet', zh: '还没有客户' },
  emptyText: {
    en: 'Open the studio: try the sample workspace or import a file.',
    zh: '打开工作室：试用示例数据，或导入文件。',
  },
  openStudio: { en: 'Open the studio', zh: '打开工作室' },
  openPanel: { en: 'Open the panel', zh: '打开侧边栏' },
  menu: { en: 'Settings', zh: '设置' },
});
