import { texts } from './text.ts';

/** What the user is told when something outside went wrong (domain `Problem`): what, where, and what to do. */
export const problems = texts({
  cancelled: {
    en: 'Cancelled. Nothing was changed.',
    zh: '已取消，数据没有变化。',
  },
  stale: {
    en: 'A later edit has replaced this preview.',
    zh: '此预览已被后来的修改取代。',
  },
  storageFull: {
    en: 'The disk has no room left for the base, so nothing was changed. Free some space and try again.',
    zh: '磁盘空间不足，数据没有变化。请腾出空间后再试。',
  },
  rulesHaveErrors: {
    en: 'The rules have {count} {count|error|errors}, the first in line {line}. Mend them before publishing.',
    zh: '规则中有 {count} 处错误，第一处在第 {line} 行。请改正后再发布。',
  },
  emptyFile: {
    en: '“{file}” is empty. Choose a file that has a line of headings and at least one row.',
    zh: '“{file}”是空文件。请选择有标题行和至少一行数据的文件。',
  },
  headerOnly: {
    en: '“{file}” has headings in line 1 but no rows below them. There is nothing to import.',
    zh: '“{file}”只有第 1 行标题，下面没有数据，没有可导入的内容。',
  },
  notATable: {
    en: '“{file}” is not a text table: byte {position} is not text. Choose a CSV or TSV file.',
    zh: '“{file}”不是文本表格：第 {position} 字节不是文字。请选择 CSV 或 TSV 文件。',
  },
  spreadsheet: {
    en: '“{file}” is an Excel workbook. In Excel, save it as “CSV UTF-8” for now and choose that file.',
    zh: '“{file}”是 Excel 工作簿。请先在 Excel 中另存为“CSV UTF-8”，再选择那个文件。',
  },
  foreignFormat: {
    en: '“{file}” is a {format} file, not a table. Choose a CSV or TSV file.',
    zh: '“{file}”是 {format} 文件，不是表格。请选择 CSV 或 TSV 文件。',
  },
  tooManyColumns: {
    en: 'Line {line} of “{file}” has more than {limit} columns. Check the separator, or keep only the columns you need.',
    zh: '“{file}”第 {line} 行超过 {limit} 列。请检查分隔符，或只保留需要的列。',
  },
  lineTooLong: {
    en: 'Line {line} of “{file}” is longer than {megabytes} MB. A quotation mark may be missing there; mend the line and try again.',
    zh: '“{file}”第 {line} 行超过 {megabytes} MB，可能缺少引号。请修正该行后再试。',
  },
  noKeyColumn: {
    en: 'No column says whose rows these are. Set one column to customer ID, e-mail, phone or name.',
    zh: '没有一列能说明每行属于哪位客户。请将某一列设为客户编号、邮箱、电话或姓名。',
  },
  missingColumn: {
    en: 'No column is set to “{field}”, without which the rows cannot be imported. Choose the column that has it.',
    zh: '没有一列设为“{field}”，缺少它就无法导入。请选择对应的列。',
  },
  columnTwice: {
    en: 'The columns “{first}” and “{second}” are both set to the same field. Keep one of them.',
    zh: '“{first}”和“{second}”两列设成了同一个字段。请只保留一列。',
  },
  unreadableFile: {
    en: '“{file}” cannot be read: it was moved, deleted or changed since it was chosen. Choose it again.',
    zh: '无法读取“{file}”：文件在选择之后被移动、删除或更改。请重新选择。',
  },
  extensionGone: {
    en: 'Tierlens was updated or switched off. Reload this page to go on.',
    zh: 'Tierlens 已更新或被停用，请刷新此页面后继续。',
  },
  messageRefused: {
    en: 'This page may not ask for “{name}”. If you allowed the site just now, reload the page.',
    zh: '此页面无权请求“{name}”。如果刚刚授权了该网站，请刷新页面。',
  },
  messageMalformed: {
    en: 'A request “{name}” could not be understood (at “{place}”). Reload the page.',
    zh: '无法理解请求“{name}”（位置“{place}”），请刷新页面。',
  },
  tooManyRequests: {
    en: 'This page asks too often. The card comes back by itself in a few seconds.',
    zh: '此页面请求过于频繁，几秒后卡片会自动恢复。',
  },
  notACandidate: {
    en: 'This customer is no longer among those found on the page. Choose again.',
    zh: '该客户已不在本页找到的人之中，请重新选择。',
  },
  contactRefused: {
    en: '“{value}” cannot be saved as a customer: {field} is not valid. Add the customer in the studio.',
    zh: '无法将“{value}”保存为客户：{field} 无效。请在工作室中添加。',
  },
  unexpected: {
    en: 'Something went wrong inside Tierlens ({reason}). Try again; reload the page if it stays.',
    zh: 'Tierlens 内部出错（{reason}）。请重试，若仍出现请刷新页面。',
  },
  engineFailed: {
    en: 'The worker that holds your data did not start ({reason}). Close all Tierlens pages and open them again.',
    zh: '存放数据的后台程序未能启动（{reason}）。请关闭所有 Tierlens 页面后重新打开。',
  },
  baseChanged: {
    en: 'The data changed while the rules ran, so nothing was published. Try again.',
    zh: '规则运行期间数据有变化，因此没有发布。请重试。',
  },
  baseNotEmpty: {
    en: 'The base already holds {count} {count|customer|customers}. The sample goes into an empty base only: erase the data in the settings first.',
    zh: '库中已有 {count} 位客户。示例数据只能放入空库：请先在设置中清空数据。',
  },
  otherCurrency: {
    en: 'The file is in {currency}, the base in {base}, and there is no exchange rate. Convert the file to {base} first.',
    zh: '文件币种为 {currency}，库中为 {base}，没有汇率可换算。请先把文件换算成 {base}。',
  },
  importedBefore: {
    en: 'This very file was imported on {date}. Orders without an order number would be counted twice.',
    zh: '这个文件已于 {date} 导入过。没有订单号的订单会被重复计算。',
  },
});
