import { texts } from './text.ts';

/** The workspace's own fields: what their values mean, and the list of them. */
export const fieldTexts = texts({
  text: { en: 'Text', zh: '文本' },
  number: { en: 'Number', zh: '数字' },
  money: { en: 'Money', zh: '金额' },
  share: { en: 'Share', zh: '比例' },
  days: { en: 'Days', zh: '天数' },
  date: { en: 'Date', zh: '日期' },
  flag: { en: 'Yes or no', zh: '是否' },
  texts: { en: 'Several texts', zh: '多个文本' },
  title: { en: 'Your own fields', zh: '自有字段' },
  hint: {
    en: 'Columns of your files that are not among the built-in fields. Rules name them like any other.',
    zh: '文件中不属于内置字段的列。规则可以像使用其他字段一样使用它们。',
  },
  none: { en: 'No field of your own yet', zh: '还没有自有字段' },
  noneHint: {
    en: 'Import a file: every column that is not recognised is offered as a new field.',
    zh: '导入文件时，每个未识别的列都可以作为新字段。',
  },
  name: { en: 'Name', zh: '名称' },
  kind: { en: 'Type', zh: '类型' },
  of: { en: 'Of', zh: '所属' },
  filled: { en: 'Filled', zh: '填写率' },
  from: { en: 'From', zh: '来源' },
  ofcustomer: { en: 'Customers', zh: '客户' },
  oforder: { en: 'Orders', zh: '订单' },
  ofinteraction: { en: 'Contacts', zh: '互动' },
  rename: { en: 'Rename', zh: '重命名' },
  renameOf: { en: 'Rename “{field}”', zh: '重命名“{field}”' },
  renameHint: {
    en: 'Rules that use “{field}” go on working.',
    zh: '使用“{field}”的规则不受影响。',
  },
  retypeOf: { en: 'Change the type of “{field}”', zh: '修改“{field}”的类型' },
  retypeChecking: { en: 'Reading {field} as {kind}…', zh: '正在按“{kind}”读取“{field}”…' },
  retypeNone: { en: 'The field has no values yet.', zh: '该字段还没有值。' },
  retypeFits: {
    en: 'All {count} {count|value|values} can be read so.',
    zh: '全部 {count} 个值都能按此类型读取。',
  },
  retypeLost: {
    en: '{lost} of {count} values cannot be read so and will be deleted, such as {examples}.',
    zh: '{count} 个值中有 {lost} 个无法按此类型读取，将被删除，例如 {examples}。',
  },
  retypeRules: {
    en: 'Rules that compare “{field}” may need another value.',
    zh: '用到“{field}”的规则可能需要调整比较的值。',
  },
  retype: { en: 'Change the type', zh: '修改类型' },
  retypeExample: { en: '“{text}”', zh: '“{text}”' },
  retyped: { en: '“{field}” is now {kind}', zh: '“{field}”的类型已改为“{kind}”' },
  save: { en: 'Save', zh: '保存' },
  renamed: { en: '“{before}” is now “{after}”', zh: '“{before}”已改名为“{after}”' },
  remove: { en: 'Delete', zh: '删除' },
  removeOf: { en: 'Delete “{field}”', zh: '删除“{field}”' },
  removeText: {
    en: 'The field and its {count} {count|value|values} are deleted from this browser. Rules that name it no longer work. There is no way back but to import the file again.',
    zh: '该字段及其 {count} 个值将从此浏览器删除，使用它的规则会失效。除重新导入文件外无法恢复。',
  },
  removed: { en: '“{field}” is deleted', zh: '已删除“{field}”' },
});
