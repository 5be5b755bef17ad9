import { texts } from './text.ts';

/** Columns of exported lists that no field has, and the dialogs of the way out. */
export const exportTexts = texts({
  columnSegments: { en: 'Segments by rules', zh: '规则客群' },
  columnTags: { en: 'Tags by rules', zh: '规则标签' },
  columnTier: { en: 'Tier: {name}', zh: '等级：{name}' },
  columnSource: { en: 'Source', zh: '来源' },
  columnCreated: { en: 'Added on', zh: '录入日期' },
  columnUpdated: { en: 'Changed on', zh: '更新日期' },
  export: { en: 'Export…', zh: '导出…' },
  title: { en: 'Export: {name}', zh: '导出：{name}' },
  allCustomers: { en: 'All customers', zh: '全部客户' },
  found: { en: 'Customers with “{search}”', zh: '含“{search}”的客户' },
  enters: { en: '{name} - entering', zh: '{name} - 进入' },
  leaves: { en: '{name} - leaving', zh: '{name} - 离开' },
  subject: { en: 'One row for each', zh: '每行一个' },
  subjectcustomer: { en: 'Customer', zh: '客户' },
  subjectorder: { en: 'Order of these customers', zh: '这些客户的订单' },
  subjectinteraction: { en: 'Contact with these customers', zh: '与这些客户的互动' },
  format: { en: 'Format', zh: '格式' },
  formatcsv: { en: 'CSV', zh: 'CSV' },
  formatxlsx: { en: 'Excel workbook (XLSX)', zh: 'Excel 工作簿（XLSX）' },
  formatjson: { en: 'JSON', zh: 'JSON' },
  bom: { en: 'For Excel (with byte order mark)', zh: '供 Excel 打开（带 BOM）' },
  columns: { en: 'Columns', zh: '列' },
  columnsChosen: { en: '{count} of {total} chosen', zh: '已选 {count} / {total}' },
  usual: { en: 'Usual', zh: '常用' },
  all: { en: 'All', zh: '全选' },
  none: { en: 'None', zh: '全不选' },
  safe: {
    en: 'Texts that a spreadsheet could run as a formula, and phone numbers whose + it would drop, get a leading apostrophe; importing the file here takes it away again.',
    zh: '可能被表格软件当作公式执行的文本，以及会被去掉 + 号的电话号码，会加上前导单引号，在此重新导入时会自动去掉。',
  },
  save: { en: 'Export', zh: '导出' },
  saved: { en: 'Saved: {file}', zh: '已保存：{file}' },
  savedShortened: {
    en: 'Saved: {file}. {count} {count|text was|texts were} cut at 32,767 characters, the most a cell can hold; CSV and JSON keep them whole.',
    zh: '已保存：{file}。有 {count} 处文本超过单元格上限 32,767 个字符，已截断；导出为 CSV 或 JSON 可保留全文。',
  },
  person: { en: 'Data of this person', zh: '此人的数据' },
  personExport: { en: 'Export everything held', zh: '导出所有数据' },
  personErase: { en: 'Erase everywhere…', zh: '彻底删除…' },
  personFile: { en: '{name} - everything held {day}.zip', zh: '{name} - 全部数据 {day}.zip' },
  eraseTitle: { en: 'Erase {name} everywhere?', zh: '彻底删除 {name}？' },
  eraseText: {
    en: 'This goes, and cannot be brought back here:',
    zh: '以下内容将被删除，且无法在此恢复：',
  },
  eraseRecord: {
    en: 'the record with contact details, own fields and manual tags',
    zh: '客户资料、联系方式、自有字段和手工标签',
  },
  eraseFacts: {
    en: '{orders} {orders|order|orders} and {interactions} {interactions|contact|contacts}',
    zh: '{orders} 笔订单和 {interactions} 次互动',
  },
  eraseCards: {
    en: 'cards, results with their reasons, and everything that look-up and search find',
    zh: '卡片、结果及原因，以及查询和搜索能找到的一切',
  },
  eraseHistory: {
    en: 'earlier values, what undoing an import would bring back, and customers merged into this one',
    zh: '旧值、撤销导入时会恢复的内容，以及合并到此客户的其他客户',
  },
  eraseInDraft: {
    en: 'The rules you are writing name this person. Rules are not changed: take the name out yourself, before or after.',
    zh: '正在编写的规则里写有此人的信息。规则不会被改动，请自行删去。',
  },
  eraseInVersions: {
    en: 'Published rules name this person (version {versions}). Versions are kept as they were published.',
    zh: '已发布的规则里写有此人的信息（版本 {versions}）。已发布的版本保持原样。',
  },
  eraseBackups: {
    en: '{count} {count|backup|backups} made until now still {count|holds|hold} this person. Settings list which, without the name.',
    zh: '此前的 {count} 个备份仍包含此人，设置中会列出这些备份，但不记录姓名。',
  },
  eraseNoBackups: {
    en: 'That it happened is noted without the name. Files exported or backed up elsewhere are not reached.',
    zh: '系统只记录发生过删除，不记录姓名。另存到别处的文件无法触及。',
  },
  eraseNow: { en: 'Erase everywhere', zh: '彻底删除' },
  erased: { en: 'Erased everywhere', zh: '已彻底删除' },
});
