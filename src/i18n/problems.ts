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
    en: 'The disk has no room left for the base, so nothing was changed. Free some space and try again. If it is still told then, restart the browser.',
    zh: '磁盘空间不足，数据没有变化。请腾出空间后再试；如仍有此提示，请重启浏览器。',
  },
  rulesHaveErrors: {
    en: 'The rules have {count} {count|error|errors}, the first in line {line}. Mend them before publishing.',
    zh: '规则中有 {count} 处错误，第一处在第 {line} 行。请改正后再发布。',
  },
  notAnAddress: {
    en: '“{text}” is not an e-mail address. Write it as name@example.com.',
    zh: '“{text}”不是邮箱地址，请写成 name@example.com 的形式。',
  },
  patternEmpty: {
    en: 'Write how the numbers look, for example {example}.',
    zh: '请写出编号的格式，例如 {example}。',
  },
  patternPlace: {
    en: 'The pattern “{text}” is not understood at character {position}. Use letters and signs as they are, \\d for a figure, \\a for a letter, and \\d{count} for several.',
    zh: '格式“{text}”的第 {position} 个字符无法识别。字母和符号照写，\\d 表示一位数字，\\a 表示一个字母，\\d{count} 表示多位数字。',
  },
  patternLoose: {
    en: 'The pattern “{text}” fits almost anything. Give it at least four places that must be there.',
    zh: '格式“{text}”几乎能匹配任何文字。请至少写出四个必须出现的字符。',
  },
  patternLong: {
    en: 'The pattern “{text}” is too long: at most 48 characters can be matched.',
    zh: '格式“{text}”太长，最多匹配 48 个字符。',
  },
  notASitesFile: {
    en: 'This is not a file of taught sites. Choose one that was exported from these settings.',
    zh: '这不是已教网站的文件。请选择从此设置页导出的文件。',
  },
  auditEmpty: {
    en: 'There are no customers to draw from. Import a file first.',
    zh: '没有可抽取的客户。请先导入文件。',
  },
  auditNoFields: {
    en: 'Choose at least one field to compare.',
    zh: '请至少选择一个核对字段。',
  },
  auditGone: {
    en: 'This audit was deleted in another window, so the entry was not kept.',
    zh: '这次核查已在其他窗口删除，因此没有保存。',
  },
  emptyFile: {
    en: '“{file}” is empty. Choose a file that has a line of headings and at least one row.',
    zh: '“{file}”是空文件。请选择有标题行和至少一行数据的文件。',
  },
  headerOnly: {
    en: '“{file}” has headings in line {line} but no rows below them. There is nothing to import.',
    zh: '“{file}”只有第 {line} 行的标题，下面没有数据，没有可导入的内容。',
  },
  notATable: {
    en: '“{file}” is not a table: byte {position} is not text. Choose a CSV, TSV, XLSX or JSON file.',
    zh: '“{file}”不是表格：第 {position} 字节不是文字。请选择 CSV、TSV、XLSX 或 JSON 文件。',
  },
  spreadsheet: {
    en: '“{file}” is a workbook in an older Excel format. Open it in Excel, save it as .xlsx and choose that file.',
    zh: '“{file}”是旧格式的 Excel 工作簿。请在 Excel 中打开并另存为 .xlsx，再选择那个文件。',
  },
  foreignFormat: {
    en: '“{file}” is a {format} file, not a table. Choose a CSV, TSV, XLSX or JSON file.',
    zh: '“{file}”是 {format} 文件，不是表格。请选择 CSV、TSV、XLSX 或 JSON 文件。',
  },
  workbookLocked: {
    en: '“{file}” is locked with a password. Open it in Excel, remove the password (File > Info > Protect Workbook), save and choose it again.',
    zh: '“{file}”设有打开密码。请在 Excel 中打开，取消密码（文件 > 信息 > 保护工作簿），保存后重新选择。',
  },
  workbookBroken: {
    en: '“{file}” is damaged or was cut short on its way here. Get the file again, or open it in Excel and save it anew.',
    zh: '“{file}”已损坏或传输不完整。请重新获取该文件，或在 Excel 中打开后重新保存。',
  },
  workbookBomb: {
    en: '“{file}” unpacks to far more than its size can hold as a table, so it was not opened. Export the table anew, or as CSV.',
    zh: '“{file}”解压后的体积远超正常表格，因此没有打开。请重新导出，或导出为 CSV。',
  },
  noSuchSheet: {
    en: '“{file}” has no table called “{sheet}”. Choose one of those it has.',
    zh: '“{file}”中没有名为“{sheet}”的表。请选择其中已有的表。',
  },
  jsonBroken: {
    en: '“{file}” is not valid JSON at item {item} of its list. Mend it there, or export it again.',
    zh: '“{file}”的列表在第 {item} 项处不是有效的 JSON。请在那里修正，或重新导出。',
  },
  jsonLineBroken: {
    en: 'The line is not valid JSON. Mend it; every line has to be one object by itself.',
    zh: '该行不是有效的 JSON。请修正；每一行都应是一个完整的对象。',
  },
  jsonNoList: {
    en: '“{file}” holds no list of objects or rows. A table in JSON looks like [{"name": "…"}, …].',
    zh: '“{file}”中没有对象或行的列表。JSON 表格的形式如 [{"name": "…"}, …]。',
  },
  rowTooLong: {
    en: 'Item {row} of “{file}” is longer than {megabytes} MB, which is no row of a table. Check the file and try again.',
    zh: '“{file}”的第 {row} 项超过 {megabytes} MB，不是表格中的一行。请检查文件后再试。',
  },
  encodingMixed: {
    en: 'Most of the file is {encoding}, but {count} {count|line is|lines are} written in another encoding, the first of them line {line}. They would come out garbled: save the file in one encoding, or mend those lines.',
    zh: '文件大部分为 {encoding} 编码，但有 {count} 行使用了其他编码，第一处在第 {line} 行，会出现乱码。请用同一种编码重新保存，或修正这些行。',
  },
  characterDamaged: {
    en: 'The line has characters that cannot be read in the encoding of the file. Choose another encoding, or mend the line.',
    zh: '该行含有按文件编码无法读取的字符。请选择其他编码，或修正该行。',
  },
  headingsFurtherDown: {
    en: 'The headings were found in line {line}; what stands above them was left out.',
    zh: '标题行在第 {line} 行，其上的内容已略过。',
  },
  cellError: {
    en: 'The cell holds a spreadsheet error ({value}) instead of a value. Mend the formula, or leave the cell empty.',
    zh: '该单元格是表格错误（{value}）而不是值。请修正公式，或留空。',
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
  fieldGone: {
    en: 'This field has been deleted in the meantime. Nothing was changed.',
    zh: '该字段已被删除，数据没有变化。',
  },
  labelMissing: {
    en: 'A field needs a name. Write one.',
    zh: '字段需要名称，请填写。',
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
  entryEmpty: {
    en: 'There is nothing to write down yet. Type a few words first.',
    zh: '还没有可以记录的内容，请先输入文字。',
  },
  customerGone: {
    en: 'One of these customers is no longer in the base: merged, erased or taken back with its import. Reload the list.',
    zh: '其中一位客户已不在库中：可能已被合并、清除，或随导入一起撤销。请刷新列表。',
  },
  runGone: {
    en: 'This run is no longer remembered. Choose another one, or a day.',
    zh: '这次运行的记录已不再保留。请选择另一次运行，或选择日期。',
  },
  versionGone: {
    en: 'There is no version {version} of the rules. Choose another one.',
    zh: '没有第 {version} 版规则，请选择其他版本。',
  },
  moveNoReason: {
    en: 'Say why this customer is moved: whoever meets it later should understand.',
    zh: '请说明调整的理由，方便以后看到的人理解。',
  },
  moveOver: {
    en: 'The day from which the rule decides again must be a later one.',
    zh: '恢复按规则判定的日期必须晚于今天。',
  },
  moveNoRule: {
    en: 'The published rules have no “{name}” by now. Reload the page to see those they have.',
    zh: '已发布的规则中没有“{name}”。请刷新页面查看现有规则。',
  },
  importGone: {
    en: 'This import cannot be taken back: it has been already, or it was made before imports could be. Reload the list.',
    zh: '无法撤销这次导入：它已被撤销，或导入时还没有撤销功能。请刷新列表。',
  },
  mergeSame: {
    en: 'Both are already one and the same customer, so there is nothing to merge.',
    zh: '两者已是同一位客户，无需合并。',
  },
  mergeGone: {
    en: 'This merge has already been taken apart. Reload the list.',
    zh: '这次合并已经拆分过了。请刷新列表。',
  },
  mergeInside: {
    en: '“{name}” was merged into another customer since. Take that later merge apart first.',
    zh: '“{name}”此后又并入了另一位客户。请先拆分后来的那次合并。',
  },
  otherCurrency: {
    en: 'The file is in {currency}, the base in {base}, and there is no exchange rate. Convert the file to {base} first.',
    zh: '文件币种为 {currency}，库中为 {base}，没有汇率可换算。请先把文件换算成 {base}。',
  },
  importedBefore: {
    en: 'This very file was imported on {date}. Orders without an order number would be counted twice.',
    zh: '这个文件已于 {date} 导入过。没有订单号的订单会被重复计算。',
  },
  headingsBroken: {
    en: 'The line of headings (line {line}) of “{file}” has a quotation mark that does not close. Mend that line and try again.',
    zh: '“{file}”的标题行（第 {line} 行）引号没有闭合。请修正该行后再试。',
  },
  encodingGuessed: {
    en: 'The file does not say how its characters are written; it was read as {encoding}. If the sample shows wrong characters, save the file as UTF-8.',
    zh: '文件没有注明编码，已按 {encoding} 读取。如果样例出现乱码，请另存为 UTF-8 后再试。',
  },
  headingRepeated: {
    en: 'The heading “{heading}” stands twice or is empty; the column is called “{name}” here.',
    zh: '标题“{heading}”重复或为空，这里把该列称为“{name}”。',
  },
  dateAmbiguous: {
    en: 'The dates of “{heading}” (such as {example}) can be read in several ways. The rest of the file decides; where it does not, they are read as {order} (y year, m month, d day).',
    zh: '“{heading}”列的日期（如 {example}）有多种读法。将以文件其余部分为准；仍无法判断时按 {order} 读取（y 年、m 月、d 日）。',
  },
  keysUnknown: {
    en: '{count} {count|customer|customers} of the orders or surveys ({examples}) {count|is|are} in no file of customers and not in the base. Imported like this they are known by that key alone: add their rows, or check how the key is spelled.',
    zh: '订单或问卷中有 {count} 位客户（{examples}）既不在客户文件中，也不在库中，只能凭该编号或联系方式建档。请补充客户资料，或检查编号的写法。',
  },
  keysAlone: {
    en: '{count} {count|customer|customers} ({examples}) would come in known by their ID alone. If a file of customers exists, drop it together with this one.',
    zh: '有 {count} 位客户（{examples}）只有编号，没有姓名和联系方式。如果有客户文件，请与本文件一起导入。',
  },
  contactShared: {
    en: 'More than two different names share “{value}”, so it was not used to recognise customers.',
    zh: '有两个以上不同的姓名共用“{value}”，因此没有用它来识别客户。',
  },
  cellCount: {
    en: 'The line has {found} {found|cell|cells}, the headings {wanted}. Check for a missing separator or quotation mark.',
    zh: '该行有 {found} 格，标题有 {wanted} 列。请检查是否缺少分隔符或引号。',
  },
  quoteOpen: {
    en: 'A quotation mark opens in this line and never closes. Close it, or double it if it belongs to the text.',
    zh: '该行的引号没有闭合。请补上引号；若引号是内容的一部分，请写成两个。',
  },
  quoteMalformed: {
    en: 'There is text after a closing quotation mark. Double the quotation marks that belong to the text.',
    zh: '引号闭合后还有文字。属于内容的引号请写成两个。',
  },
  keyMissing: {
    en: 'The line says nothing about whose it is: customer ID, e-mail, phone and name are all blank. Fill in one of them.',
    zh: '该行没有说明属于谁：客户编号、邮箱、电话和姓名都为空。请至少填写一项。',
  },
  nameMissing: {
    en: 'Enter a name, a company, an e-mail address or a phone number.',
    zh: '请填写姓名、公司、邮箱或电话。',
  },
  dateMissing: {
    en: 'There is no date. Fill it in: without it the line cannot be counted.',
    zh: '没有日期。请填写，否则无法计入。',
  },
  amountMissing: {
    en: 'There is no amount; blank is not zero. Fill it in, or write 0.',
    zh: '没有金额；空白不等于 0。请填写金额，或写 0。',
  },
  statusMissing: {
    en: 'There is no order status. Write paid, refunded or cancelled.',
    zh: '没有订单状态。请填写已付款、已退款或已取消。',
  },
  textTooLong: {
    en: 'The text has {length} characters; at most {limit} are kept. Shorten it, or check for a missing quotation mark.',
    zh: '文字有 {length} 个字符，最多 {limit} 个。请缩短，或检查是否缺少引号。',
  },
  numberDamaged: {
    en: '“{value}” was shortened by a spreadsheet: its last digits are lost. Format the column as text and export again.',
    zh: '“{value}”已被表格软件截短，末尾数字已丢失。请将该列设为文本格式后重新导出。',
  },
  creditCodeShort: {
    en: '“{value}” has 17 figures; a unified social credit code has 18 characters. One is missing, perhaps a leading zero that a spreadsheet dropped.',
    zh: '“{value}”只有 17 位，统一社会信用代码应为 18 位。缺少一位，可能是表格软件去掉了开头的 0。',
  },
  creditCodeInvalid: {
    en: '“{value}” is no unified social credit code: 18 figures and capital letters without I, O, S, V, Z.',
    zh: '“{value}”不是统一社会信用代码：应为 18 位数字和大写字母，不含 I、O、S、V、Z。',
  },
  creditCodeCheck: {
    en: 'The check digit of “{value}” does not fit: a character of the unified social credit code is wrong. Compare it with the licence.',
    zh: '“{value}”的校验位不符，统一社会信用代码有一位写错。请与营业执照核对。',
  },
  zerosLost: {
    en: 'Most values of “{heading}” have {width} figures, some fewer: a spreadsheet may have dropped leading zeros, and such customers are not recognised by it. Format the column as text and export again if so.',
    zh: '“{heading}”列大多为 {width} 位，有些不足：可能被表格软件去掉了开头的 0，这样就无法据此识别客户。如属实，请将该列设为文本格式后重新导出。',
  },
  residentIdsLeftOut: {
    en: '“{heading}” holds identity card numbers. They are sensitive, so the column is left out; choose a field for it only if you need it.',
    zh: '“{heading}”列是身份证号，属于敏感信息，默认不导入；确有需要时再为它选择字段。',
  },
  emailNoAt: {
    en: '“{value}” is no e-mail address: there is no @.',
    zh: '“{value}”不是邮箱地址：缺少 @。',
  },
  emailLocal: {
    en: '“{value}” is no e-mail address: the part before the @ is empty or has a character that may not stand there.',
    zh: '“{value}”不是邮箱地址：@ 前面为空或含有不允许的字符。',
  },
  emailDomain: {
    en: '“{value}” is no e-mail address: the part after the @ is no domain.',
    zh: '“{value}”不是邮箱地址：@ 后面不是有效域名。',
  },
  emailTooLong: {
    en: '“{value}” is too long for an e-mail address.',
    zh: '“{value}”作为邮箱地址过长。',
  },
  phoneDamaged: {
    en: '“{value}” was shortened by a spreadsheet: the last digits of the phone number are lost. Format the column as text and export again.',
    zh: '“{value}”已被表格软件改成科学计数，电话末尾数字已丢失。请将该列设为文本格式后重新导出。',
  },
  phoneMasked: {
    en: '“{value}” has hidden digits, so nobody can be recognised by it. Enter the full number.',
    zh: '“{value}”有隐藏的数字，无法用来识别客户。请填写完整号码。',
  },
  phoneInvalid: {
    en: '“{value}” is no phone number. Check its digits.',
    zh: '“{value}”不是电话号码。请检查数字。',
  },
  dateInvalid: {
    en: '“{value}” is no date. Write it as 2024-01-31.',
    zh: '“{value}”不是日期。请写成 2024-01-31 的形式。',
  },
  dateNoYear: {
    en: '“{value}” has no year. Add it, as in 2024-01-05.',
    zh: '“{value}”没有年份。请补上，如 2024-01-05。',
  },
  dateNoDay: {
    en: '“{value}” names a month, not a day. Add the day, as in 2024-01-05.',
    zh: '“{value}”只有年月，没有日。请补上，如 2024-01-05。',
  },
  dateLunar: {
    en: '“{value}” is a date of the lunar calendar. Write the solar date, as in 2024-02-10.',
    zh: '“{value}”是农历日期。请改写为公历，如 2024-02-10。',
  },
  dateOutOfRange: {
    en: '“{value}” would be {date}. Dates from 1900 to 2200 are accepted; check the year.',
    zh: '“{value}”相当于 {date}。只接受 1900 至 2200 年的日期，请检查年份。',
  },
  timeInvalid: {
    en: '“{value}” has a time of day that does not exist. Write it as 14:30.',
    zh: '“{value}”中的时刻不存在。请写成 14:30 的形式。',
  },
  amountInvalid: {
    en: '“{value}” is no amount. Write it as 1234.50.',
    zh: '“{value}”不是金额。请写成 1234.50 的形式。',
  },
  amountTooLarge: {
    en: '“{value}” is larger than any amount that can be counted exactly. Check its digits.',
    zh: '“{value}”过大，无法精确计算。请检查数字。',
  },
  foreignCurrency: {
    en: 'The amount is in {currency}, the base in {base}, and there is no exchange rate. Convert it first.',
    zh: '金额币种为 {currency}，库中为 {base}，没有汇率可换算。请先换算。',
  },
  currencyUnknown: {
    en: '“{value}” is no currency. Write an ISO code such as CNY or USD.',
    zh: '“{value}”不是币种。请写 ISO 代码，如 CNY、USD。',
  },
  numberInvalid: {
    en: '“{value}” is no number. Write digits only.',
    zh: '“{value}”不是数字。请只写数字。',
  },
  flagInvalid: {
    en: '“{value}” is neither yes nor no.',
    zh: '“{value}”不是“是”也不是“否”。',
  },
  numberOutOfRange: {
    en: '{value} is out of range for {field}: {least} to {most} are accepted.',
    zh: '{value} 超出“{field}”的范围，应为 {least} 至 {most}。',
  },
  valueUnknown: {
    en: '“{value}” is not known here. Known are: {known}, and their usual spellings.',
    zh: '不认识“{value}”。可用的有：{known}，以及它们的常见写法。',
  },
  storageUnavailable: {
    en: 'The base in this browser cannot be opened ({reason}). Nothing in it was changed. Close all Tierlens pages, restart the browser and try again.',
    zh: '无法打开本浏览器中的数据库（{reason}），其中的数据没有变化。请关闭所有 Tierlens 页面，重启浏览器后再试。',
  },
  storageInterrupted: {
    en: 'The browser broke off writing to the disk ({reason}), which may be full or failing. Free some space, restart the browser and check that the base is complete.',
    zh: '浏览器中断了磁盘写入（{reason}），磁盘可能已满或有故障。请腾出空间，重启浏览器，并检查数据是否完整。',
  },
  packNoPack: {
    en: 'This file is no rule pack. Packs are .json files that Tierlens has exported.',
    zh: '这不是规则包文件。规则包是由 Tierlens 导出的 .json 文件。',
  },
  packChanged: {
    en: 'The pack “{name}” was changed after it was exported: its checksum does not fit. Ask for it again.',
    zh: '规则包“{name}”在导出后被改动过：校验和不符。请重新获取。',
  },
  packNoRules: {
    en: 'The pack “{name}” holds no rules.',
    zh: '规则包“{name}”中没有任何规则。',
  },
  sheetFull: {
    en: 'A worksheet holds no more than {limit} rows. Choose CSV or JSON for this list.',
    zh: '一张工作表最多 {limit} 行。此列表请选择 CSV 或 JSON。',
  },
  backupForeign: {
    en: 'This file is not a Tierlens backup. Choose a file whose name ends in .tierlens.',
    zh: '这个文件不是 Tierlens 备份。请选择以 .tierlens 结尾的文件。',
  },
  backupNewer: {
    en: 'This backup was made by a later Tierlens (version {version} of its data). Update Tierlens, then restore it. Nothing was changed.',
    zh: '此备份由更新的 Tierlens 制作（数据版本 {version}）。请先更新 Tierlens 再恢复，数据没有变化。',
  },
  backupDamaged: {
    en: 'This backup is damaged or cut off (near byte {position}), so nothing was changed. Copy the file again from where you keep it, or take an earlier backup.',
    zh: '此备份已损坏或不完整（第 {position} 字节附近），数据没有变化。请重新复制该文件，或使用更早的备份。',
  },
  backupPassphrase: {
    en: 'The passphrase does not fit this backup. Nothing was changed. Mind capitals, spaces and the keyboard layout.',
    zh: '密码与此备份不符，数据没有变化。请注意大小写、空格和输入法。',
  },
  addressUnreadable: {
    en: '“{url}” is not a web address. Enter one that begins with https://, such as https://crm.example.com/export.csv.',
    zh: '“{url}”不是网址。请输入以 https:// 开头的地址，例如 https://crm.example.com/export.csv。',
  },
  addressOpen: {
    en: '“{host}” would be reached over plain http, where others on the way can read customers and the key. Use the https:// address; http is only for this computer and the local network.',
    zh: '通过 http 访问“{host}”时，途中的其他人可以看到客户数据和密钥。请使用 https:// 地址；http 只能用于本机和局域网。',
  },
  addressWithPassword: {
    en: 'The address holds a user name or password before the @. Take them out and enter a header instead.',
    zh: '地址的 @ 前带有用户名或密码。请去掉它们，改用请求头。',
  },
  headerRefused: {
    en: 'The header “{name}” cannot be sent: its name is kept for the browser, or the name or value has signs that a header must not have. Mind spaces and line breaks from copying.',
    zh: '无法发送请求头“{name}”：该名称由浏览器保留，或名称、值中含有不允许的字符。请注意复制时带入的空格和换行。',
  },
  sourceNotAllowed: {
    en: 'Tierlens may not reach {host} any more. Nothing was requested. Allow it again on the import screen.',
    zh: '已不允许 Tierlens 访问 {host}，没有发出任何请求。请在导入页面重新允许。',
  },
  sourceDenied: {
    en: '{host} was not allowed, so nothing was requested. Press Try again and allow it.',
    zh: '未允许访问 {host}，没有发出任何请求。请再次点击“试用”并允许。',
  },
  sourceNoSecret: {
    en: 'The value of the header “{header}” is not in this browser: it is part of no backup, and is sent to no other host than the one it was given for. Enter it again.',
    zh: '此浏览器中没有请求头“{header}”的值：它不会写入备份，也不会发给其他主机。请重新输入。',
  },
  sourceOffline: {
    en: '{host} could not be reached. Check the connection and whether the server runs; the next try comes by itself.',
    zh: '无法连接 {host}。请检查网络以及服务器是否在运行；稍后会自动重试。',
  },
  sourceSlow: {
    en: '{host} did not send the whole table within {seconds} seconds. Ask it for fewer rows, such as only the changes.',
    zh: '{host} 没有在 {seconds} 秒内发完表格。请让它只返回较少的数据，例如只返回变化的部分。',
  },
  sourceSignIn: {
    en: '{host} wants a key, or does not accept the one it got (401). Edit the source and enter a valid one.',
    zh: '{host} 需要密钥，或不接受当前密钥（401）。请编辑来源，输入有效的密钥。',
  },
  sourceForbidden: {
    en: '{host} knows the key but does not let it read this address (403). Ask its administrator for the right to it.',
    zh: '{host} 不允许用此密钥读取这个地址（403）。请向管理员申请权限。',
  },
  sourceNotThere: {
    en: '{host} has nothing at this address ({status}). Check the path, or ask where the table is now.',
    zh: '{host} 的这个地址没有内容（{status}）。请检查路径，或询问表格现在的位置。',
  },
  sourceBusy: {
    en: '{host} is asked too often at the moment (429). The next try comes by itself; fetch less often if this goes on.',
    zh: '{host} 表示请求过于频繁（429）。稍后会自动重试；如果经常如此，请降低获取频率。',
  },
  sourceServer: {
    en: '{host} failed on its side ({status}). The next try comes by itself; tell its administrator if this goes on.',
    zh: '{host} 的服务器出错（{status}）。稍后会自动重试；如果持续如此，请联系管理员。',
  },
  sourceStatus: {
    en: '{host} answered with status {status} instead of a table. Check the address and the header.',
    zh: '{host} 返回了状态 {status}，而不是表格。请检查地址和请求头。',
  },
  sourceForwarded: {
    en: '{host} forwards to another address, {target}. If you trust that one, enter it here instead.',
    zh: '{host} 转向了另一个地址：{target}。如果信任它，请直接输入那个地址。',
  },
  sourceForwardedAway: {
    en: '{host} forwards to another host, to which nothing was sent. Open the address in a tab to see where it leads, and enter that address if you trust it.',
    zh: '{host} 转向了另一台主机，没有向其发送任何内容。请在标签页中打开该地址查看去向，如果信任它，请直接输入那个地址。',
  },
  sourceTooLarge: {
    en: '{host} sends more than {megabytes} MB, so reading was stopped. Ask it for fewer rows, or import a file by hand.',
    zh: '{host} 返回的数据超过 {megabytes} MB，已停止读取。请让它返回较少的数据，或手动导入文件。',
  },
  sourceIsPage: {
    en: '{host} answered with a web page instead of a table, often one to sign in. Enter the address of the export itself and the key it needs.',
    zh: '{host} 返回的是网页而不是表格，通常是登录页。请输入导出接口本身的地址及所需密钥。',
  },
  sourceUnfit: {
    en: 'The answer lacks columns without which no row can be read: {columns}. Check the columns of this source again.',
    zh: '返回的数据缺少必需的列：{columns}。请重新核对此来源的列。',
  },
  sourceAllRefused: {
    en: 'None of the {rows} rows could be accepted, so nothing was imported. Check the columns of this source again.',
    zh: '{rows} 行全部无法接受，因此没有导入。请重新核对此来源的列。',
  },
  sourceColumnsMissing: {
    en: 'These columns were missing this time: {columns}. What was known stays.',
    zh: '这次缺少以下列：{columns}。已有的数据保持不变。',
  },
});
