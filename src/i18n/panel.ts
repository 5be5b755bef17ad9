import { texts } from './text.ts';

/** The side panel, and the customer's page in full. */
export const panelTexts = texts({
  title: { en: 'Tierlens: customer', zh: 'Tierlens：客户' },
  searchLabel: { en: 'Find a customer', zh: '查找客户' },
  searchPlaceholder: { en: 'Name, e-mail, phone, pinyin', zh: '姓名、邮箱、电话、拼音首字母' },
  menu: { en: 'Settings', zh: '设置' },
  openStudio: { en: 'Open the studio', zh: '打开工作室' },
  openCustomer: { en: 'Open in the studio', zh: '在工作室中打开' },
  backToPage: { en: 'Back to the sender', zh: '回到当前来信人' },
  loading: { en: 'Loading the customer…', zh: '正在加载客户…' },
  gone: { en: 'This customer is no longer in the base.', zh: '这位客户已不在客户库中。' },
  retry: { en: 'Try again', zh: '重试' },

  unreadableTitle: { en: 'Nothing to read on this page', zh: '此页面无法读取' },
  unreadableText: {
    en: 'Open a message or a ticket and its writer appears here. Or find a customer above.',
    zh: '打开一封邮件或一张工单，来信客户会显示在这里；也可以在上方查找客户。',
  },
  noneTitle: { en: 'Nobody recognised on this page', zh: '此页面没有识别到来信人' },
  noneText: {
    en: 'Open a message or a ticket, or find a customer above.',
    zh: '请打开一封邮件或一张工单，或在上方查找客户。',
  },
  notAllowedTitle: { en: 'Tierlens does not read {site}', zh: 'Tierlens 尚未获准读取 {site}' },
  notAllowedText: {
    en: 'Allow it, and the customer who is writing appears here. Nothing leaves your browser.',
    zh: '允许后，来信客户会自动显示在这里。数据不会离开你的浏览器。',
  },
  hiddenTitle: { en: 'Nobody to show for this page', zh: '此页面暂无可显示的客户' },
  hiddenText: {
    en: 'If a customer is writing here, press the Tierlens button in the toolbar ({keys}) to allow this site. Or find a customer above.',
    zh: '如果客户在此页面来信，请点击工具栏上的 Tierlens 按钮（{keys}）来允许此网站；也可以在上方查找客户。',
  },
  unknownTitle: { en: 'Not known', zh: '未知联系人' },
  hint: { en: '{reference} beside the message belongs to:', zh: '消息中的编号 {reference} 属于：' },
  unknownText: { en: 'This contact is not in your base yet.', zh: '客户库中还没有这个联系人。' },
  add: { en: 'Add as a customer', zh: '添加为客户' },
  later: { en: 'Later', zh: '稍后再补' },
  severalTitle: { en: 'Who is it?', zh: '是哪一位？' },
  severalText: {
    en: '{count} customers fit this page. Choose the one you mean.',
    zh: '有 {count} 位客户与此页面相符，请选择。',
  },
  emptyTitle: { en: 'No customers yet', zh: '还没有客户' },
  emptyText: {
    en: 'Open the studio: try the sample workspace or import a file.',
    zh: '打开工作室：试用示例数据，或导入文件。',
  },

  since: { en: 'since {year}', zh: '{year} 年起' },
  edit: { en: 'Edit customer', zh: '编辑客户' },
  noRules: {
    en: 'No rules are published yet, so there is no tier and no tag.',
    zh: '尚未发布规则，因此还没有等级和标签。',
  },

  nextAction: { en: 'Next action', zh: '下一步动作' },
  noAction: { en: 'Nothing to do for this customer today.', zh: '今天无需为这位客户做什么。' },
  within: { en: 'within {count} {count|day|days}', zh: '{count} 天内' },
  because: { en: 'Because', zh: '原因' },
  copyMessage: { en: 'Copy message', zh: '复制话术' },
  toFill: { en: '{count} {count|value|values} still to fill in', zh: '还有 {count} 处需要填写' },
  fill: { en: 'Fill in {name}', zh: '填写“{name}”' },
  otherActions: { en: 'Other actions', zh: '其他动作' },

  why: { en: 'Why', zh: '依据' },
  noTags: { en: 'No rule applies to this customer.', zh: '没有规则适用于这位客户。' },
  segment: { en: 'segment', zh: '分群' },
  weight: { en: 'weight {weight}', zh: '权重 {weight}' },

  numbers: { en: 'Numbers', zh: '数据指标' },
  range: { en: '80%: {low} – {high}', zh: '80%：{low} – {high}' },
  noNumbers: { en: 'No numbers yet: there are no orders.', zh: '暂无指标：还没有订单。' },

  details: { en: 'Contact and profile', zh: '联系方式与资料' },
  copyValue: { en: 'Copy {value}', zh: '复制 {value}' },
  noDetails: { en: 'No contact details yet.', zh: '还没有联系方式。' },

  timeline: { en: 'Timeline', zh: '时间线' },
  noTimeline: { en: 'No orders and no contacts yet.', zh: '还没有订单和互动记录。' },
  order: { en: 'Order', zh: '订单' },
  orderNumber: { en: 'No. {number}', zh: '单号 {number}' },
  quantity: { en: '{count} pcs', zh: '{count} 件' },
  csat: { en: 'CSAT {score} of 5', zh: '满意度 {score}/5' },
  nps: { en: 'NPS {score}', zh: '推荐意愿 {score}' },
  more: { en: 'Show {count} more', zh: '再显示 {count} 条' },

  handTags: { en: 'Tags by hand', zh: '手工标签' },
  addTag: { en: 'Add a tag', zh: '添加标签' },
  addTagPlaceholder: { en: 'New tag, then Enter', zh: '输入标签后按回车' },
  taggedBy: { en: '{author}, {date}', zh: '{author}，{date}' },
  you: { en: 'by hand', zh: '手工添加' },
  tagRemoved: { en: 'Tag “{tag}” removed', zh: '已移除标签“{tag}”' },

  formEdit: { en: 'Edit customer', zh: '编辑客户' },
  formAdded: { en: 'Added. Anything to complete?', zh: '已添加，补充一下资料？' },
  formAdd: { en: 'Add a customer', zh: '添加客户' },
  emailsHint: { en: 'Several: separate them with commas.', zh: '多个请用逗号分隔。' },
  moreFields: { en: 'More about the customer', zh: '更多资料' },
  notSet: { en: 'Not set', zh: '未设置' },
  save: { en: 'Save', zh: '保存' },
  cancel: { en: 'Cancel', zh: '取消' },
  saved: { en: 'Saved', zh: '已保存' },
  faultsElsewhere: { en: 'This could not be saved: {text}', zh: '无法保存：{text}' },
});
