import { texts } from './text.ts';

/** Where values came from, and taking imports back. */
export const undoTexts = texts({
  from: { en: 'From {source}, {day}', zh: '来自 {source}，{day}' },
  fromRaw: { en: 'From {source}, {day}, as “{raw}”', zh: '来自 {source}，{day}，原文为“{raw}”' },
  originOf: { en: '{value}: where it came from', zh: '{value}：来源' },
  sourcehand: { en: 'an entry by hand', zh: '手工录入' },
  sourcepage: { en: 'a page where the customer wrote', zh: '客户来信的页面' },
  sourcesample: { en: 'the sample workspace', zh: '示例数据' },
  sourcemerge: { en: 'a merge', zh: '合并' },

  sample: { en: 'Sample workspace', zh: '示例数据' },
  takeBack: { en: 'Take back', zh: '撤销导入' },
  takeBackOf: { en: 'Take back the import of {file}', zh: '撤销导入 {file}' },
  removeSample: { en: 'Remove the sample', zh: '移除示例数据' },
  undone: {
    en: 'Taken back on {when}. The file is not kept: choose it again to import it again.',
    zh: '已于 {when} 撤销。文件本身不会保留：如需再次导入，请重新选择文件。',
  },
  undoneSample: { en: 'Removed on {when}.', zh: '已于 {when} 移除。' },
  cannot: { en: 'Made before imports could be taken back.', zh: '导入时还没有撤销功能，无法撤销。' },
  ask: { en: 'Take back “{file}”?', zh: '撤销导入“{file}”？' },
  askSample: { en: 'Remove the sample workspace?', zh: '移除示例数据？' },
  counting: { en: 'Counting what would change…', zh: '正在统计将有哪些变化……' },
  nothing: { en: 'nothing of it is left in the base', zh: '库中已没有这次导入留下的内容' },
  later: {
    en: 'What came later stays as it is: other customers, other fields, later imports.',
    zh: '之后发生的一切保持不变：其他客户、其他字段、后来的导入。',
  },
  customersGo: { en: '{count} {count|customer goes|customers go}', zh: '移除 {count} 位客户' },
  ordersGo: { en: '{count} {count|order goes|orders go}', zh: '移除 {count} 笔订单' },
  interactionsGo: { en: '{count} {count|interaction goes|interactions go}', zh: '移除 {count} 条互动' },
  ordersReturn: {
    en: '{count} {count|order that it replaced comes|orders that it replaced come} back',
    zh: '恢复 {count} 笔被它替换的订单',
  },
  restored: {
    en: '{count} {count|customer gets|customers get} earlier values back',
    zh: '{count} 位客户恢复先前的值',
  },
  staying: {
    en: '{count} {count|customer stays with name and contacts, because something later hangs on it|customers stay with name and contacts, because something later hangs on them}',
    zh: '{count} 位客户因有后来的内容而保留，只留姓名和联系方式',
  },
  done: { en: '“{file}” was taken back: {parts}.', zh: '已撤销导入“{file}”：{parts}。' },
  doneSample: { en: 'The sample was removed: {parts}.', zh: '已移除示例数据：{parts}。' },
});
