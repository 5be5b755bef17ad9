import { texts } from './text.ts';

/** Sources that are fetched from an address. */
export const sourceTexts = texts({
  title: { en: 'From an address', zh: '来自网址' },
  hint: {
    en: 'A web address that answers with CSV, JSON or Excel, fetched when you say. Nothing is requested before you try it and allow its host.',
    zh: '返回 CSV、JSON 或 Excel 的网址，按您设定的时间获取。在您试用并允许该主机之前，不会发出任何请求。',
  },
  add: { en: 'Add an address', zh: '添加网址' },
  source: { en: 'Source', zh: '来源' },
  schedule: { en: 'Schedule', zh: '时间安排' },
  last: { en: 'Last fetched', zh: '上次获取' },
  next: { en: 'Next', zh: '下次' },

  never: { en: 'Only by hand', zh: '仅手动' },
  hour: { en: 'Every hour', zh: '每小时' },
  sixHours: { en: 'Every 6 hours', zh: '每 6 小时' },
  day: { en: 'Every day', zh: '每天' },
  week: { en: 'Every week', zh: '每周' },
  dayAt: { en: 'Every day at {time}', zh: '每天 {time}' },
  weekAt: { en: 'Every {weekday} at {time}', zh: '每{weekday} {time}' },
  time: { en: 'At', zh: '时间' },
  weekday: { en: 'On', zh: '星期' },
  timeWrong: { en: 'Enter a time, such as 08:30.', zh: '请输入时间，例如 08:30。' },

  imported: { en: '{count} {count|row|rows} imported', zh: '已导入 {count} 行' },
  importedRefused: {
    en: '{count} {count|row|rows} read, {refused} refused',
    zh: '读取 {count} 行，其中 {refused} 行被拒绝',
  },
  unchanged: { en: 'Nothing new', zh: '没有新内容' },
  failed: { en: 'Not fetched', zh: '获取失败' },
  failedTimes: { en: 'Not fetched, {count} times in a row', zh: '获取失败，已连续 {count} 次' },
  kept: { en: 'What was imported before is unchanged.', zh: '之前导入的数据没有变化。' },
  paused: { en: 'Paused', zh: '已暂停' },
  soon: { en: 'In a moment', zh: '即将' },
  notAllowed: { en: 'Host not allowed', zh: '未允许该主机' },
  notAllowedHint: {
    en: 'Tierlens may not reach {host}, so nothing is requested from it.',
    zh: 'Tierlens 未获准访问 {host}，因此不会向它发出请求。',
  },

  run: { en: 'Fetch now', zh: '立即获取' },
  runOf: { en: 'Fetch “{name}” now', zh: '立即获取“{name}”' },
  allow: { en: 'Allow and fetch', zh: '允许并获取' },
  allowOf: { en: 'Allow {host} and fetch “{name}”', zh: '允许 {host} 并获取“{name}”' },
  more: { en: 'More for “{name}”', zh: '“{name}”的更多操作' },
  pause: { en: 'Pause', zh: '暂停' },
  resume: { en: 'Resume', zh: '继续' },
  edit: { en: 'Edit', zh: '编辑' },
  columns: { en: 'Check the columns', zh: '核对列' },
  remove: { en: 'Delete', zh: '删除' },

  addTitle: { en: 'A source from an address', zh: '来自网址的来源' },
  editTitle: { en: 'Edit “{name}”', zh: '编辑“{name}”' },
  url: { en: 'Address', zh: '网址' },
  urlHint: {
    en: 'It is kept in backups. A key belongs in the header below, not in the address.',
    zh: '网址会写入备份。密钥请填在下面的请求头中，不要写在网址里。',
  },
  openWarning: {
    en: 'Plain http: anybody on this network can read the customers and the key on their way.',
    zh: '明文 http：同一网络中的任何人都能看到传输中的客户数据和密钥。',
  },
  key: { en: 'Key', zh: '密钥' },
  keyNone: { en: 'None', zh: '无' },
  keyBearer: { en: 'Bearer token', zh: 'Bearer 令牌' },
  keyHeader: { en: 'Header of your own', zh: '自定义请求头' },
  headerName: { en: 'Header', zh: '请求头名称' },
  token: { en: 'Token', zh: '令牌' },
  headerValue: { en: 'Value', zh: '值' },
  secretHint: {
    en: 'Kept in this browser only: in no backup, sent to this host alone, never shown again.',
    zh: '只保存在此浏览器中：不写入备份，只发送给该主机，且不再显示。',
  },
  secretKept: { en: 'Leave it empty to keep the one you entered.', zh: '留空则沿用已输入的值。' },
  secretNeeded: { en: 'Enter it again: it goes to no other host.', zh: '请重新输入：它不会发给其他主机。' },
  headerMissing: { en: 'Enter the name of the header.', zh: '请输入请求头名称。' },
  secretMissing: { en: 'Enter the value.', zh: '请输入值。' },
  nameMissing: { en: 'Give the source a name.', zh: '请为来源命名。' },
  name: { en: 'Name', zh: '名称' },
  tryIt: { en: 'Try', zh: '试用' },
  tryHint: {
    en: 'Chrome asks whether Tierlens may reach the host. Then you see the columns and what an import would do.',
    zh: 'Chrome 会询问是否允许 Tierlens 访问该主机，然后您可以核对列并查看导入的效果。',
  },
  willBe: {
    en: 'Once imported it is the source “{name}”: {schedule}, from {url}',
    zh: '导入后成为来源“{name}”：{schedule}，来自 {url}',
  },
  save: { en: 'Save', zh: '保存' },
  saved: { en: '“{name}” is saved.', zh: '“{name}”已保存。' },

  removeTitle: { en: 'Delete “{name}”?', zh: '删除“{name}”？' },
  removeText: {
    en: 'It is not fetched any more, and its key is forgotten. Customers and orders that it brought stay; take its imports back in the history below.',
    zh: '将不再获取此来源，其密钥也会删除。它带来的客户和订单会保留；可在下方的导入历史中撤销。',
  },
  alsoRevoke: { en: 'Also withdraw the permission to reach {host}', zh: '同时撤销访问 {host} 的权限' },
  removed: { en: '“{name}” is deleted.', zh: '“{name}”已删除。' },

  failing: {
    en: '{count} {count|source|sources} not fetched',
    zh: '{count} 个来源获取失败',
  },
  fetchedSites: { en: 'Only fetched from', zh: '仅用于获取数据' },
  fetchedSitesHint: {
    en: 'Sources come from these hosts. Their pages are not read.',
    zh: '数据来源使用这些主机，不会读取它们的网页。',
  },
});
