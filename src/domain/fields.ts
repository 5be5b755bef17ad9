import type { Text } from '../i18n/index.ts';
import { modelFields } from './modelFields.ts';
import { provinces, regions } from './regions.ts';

/** What a value means. Days against money is a mistake that rules can name, so units are kinds. */
export type ValueKind = 'number' | 'share' | 'money' | 'days' | 'date' | 'text' | 'flag' | 'texts';

/** What a field belongs to. */
export type Subject = 'customer' | 'order' | 'interaction';

/** One value of a closed list. `id` is what is stored; every other spelling is accepted in rules and in files. */
export interface FieldValue extends Text {
  readonly id: string;
  readonly aliases?: readonly string[];
}

/**
 * One thing that a rule may name, a file may bring and a screen may show.
 * - `id`: English name in rules, and the column's name in a Frame
 * - `zh`, `en`: label; `zh` (and `aliases`) are names in rules too
 * - `place`: 'row' = text of the customer's record, not in the Frame; 'column' = in the Frame;
 *   'derived' = `define`, an expression of the rule language over the others;
 *   'model' = in the Frame that rules read, computed by a model over the whole base
 * - `headings`: further column headings that files use
 */
export interface Field extends Text {
  readonly id: string;
  readonly of: Subject;
  readonly kind: ValueKind;
  readonly place: 'row' | 'column' | 'derived' | 'model';
  readonly define?: string;
  readonly aliases?: readonly string[];
  readonly headings?: readonly string[];
  readonly values?: readonly FieldValue[];
  readonly help: Text;
}

const industries: readonly FieldValue[] = [
  { id: 'A', en: 'Agriculture', zh: '农、林、牧、渔业', aliases: ['农业', '农林牧渔业'] },
  { id: 'B', en: 'Mining', zh: '采矿业' },
  { id: 'C', en: 'Manufacturing', zh: '制造业', aliases: ['生产制造'] },
  { id: 'D', en: 'Utilities', zh: '电力、热力、燃气及水生产和供应业', aliases: ['能源', '公用事业'] },
  { id: 'E', en: 'Construction', zh: '建筑业', aliases: ['建筑'] },
  {
    id: 'F',
    en: 'Wholesale and retail',
    zh: '批发和零售业',
    aliases: ['批发零售', '零售', '电商', '外贸', 'Retail'],
  },
  {
    id: 'G',
    en: 'Transport and logistics',
    zh: '交通运输、仓储和邮政业',
    aliases: ['物流', '交通运输', 'Logistics'],
  },
  { id: 'H', en: 'Hotels and catering', zh: '住宿和餐饮业', aliases: ['餐饮', '酒店', 'Hospitality'] },
  {
    id: 'I',
    en: 'Information technology',
    zh: '信息传输、软件和信息技术服务业',
    aliases: ['互联网', '软件', 'IT', '信息技术', 'Software'],
  },
  { id: 'J', en: 'Finance', zh: '金融业', aliases: ['金融', '银行', '保险'] },
  { id: 'K', en: 'Real estate', zh: '房地产业', aliases: ['房产', '房地产'] },
  {
    id: 'L',
    en: 'Leasing and business services',
    zh: '租赁和商务服务业',
    aliases: ['商务服务', 'Business services'],
  },
  { id: 'M', en: 'Research and technical services', zh: '科学研究和技术服务业', aliases: ['科研'] },
  { id: 'N', en: 'Environment and public facilities', zh: '水利、环境和公共设施管理业' },
  { id: 'O', en: 'Household services and repair', zh: '居民服务、修理和其他服务业', aliases: ['居民服务'] },
  { id: 'P', en: 'Education', zh: '教育', aliases: ['教培', '培训', '教育业'] },
  { id: 'Q', en: 'Health and social work', zh: '卫生和社会工作', aliases: ['医疗', '卫生', 'Healthcare'] },
  { id: 'R', en: 'Culture, sports and entertainment', zh: '文化、体育和娱乐业', aliases: ['文娱', '文化'] },
  { id: 'S', en: 'Public administration', zh: '公共管理、社会保障和社会组织', aliases: ['政府'] },
  { id: 'T', en: 'International organisations', zh: '国际组织' },
];

const contactChannels: readonly FieldValue[] = [
  { id: 'phone', en: 'Phone', zh: '电话', aliases: ['tel', 'call'] },
  { id: 'online', en: 'Online', zh: '在线', aliases: ['chat', '在线客服', '网站', 'web'] },
  { id: 'email', en: 'E-mail', zh: '邮件', aliases: ['e-mail', 'mail', '邮箱'] },
  { id: 'wechat', en: 'WeChat', zh: '微信' },
  { id: 'visit', en: 'Visit', zh: '拜访', aliases: ['上门', '到店', 'in person'] },
];

const customerFields: readonly Field[] = [
  {
    id: 'customerId',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Customer ID',
    zh: '客户编号',
    headings: [
      'id',
      'customer',
      'customer no',
      'client id',
      'user id',
      'uid',
      'member id',
      '客户id',
      '客户号',
      '会员号',
      '会员编号',
      '用户id',
      '买家id',
      '编号',
    ],
    help: {
      en: 'Your own number for the customer. The surest key when files are joined.',
      zh: '你自己的客户编号，合并文件时最可靠的主键。',
    },
  },
  {
    id: 'name',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Name',
    zh: '姓名',
    headings: [
      'customer name',
      'full name',
      'first name',
      'given name',
      'client',
      'buyer',
      'buyer name',
      'nickname',
      '客户',
      '客户名称',
      '客户姓名',
      '名称',
      '昵称',
      '买家',
      '买家昵称',
      '收货人',
      '会员名',
      '会员姓名',
    ],
    help: { en: 'How the customer is called.', zh: '客户的称呼。' },
  },
  {
    id: 'familyName',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Family name',
    zh: '姓',
    headings: ['last name', 'surname', '姓氏'],
    help: {
      en: 'For files that keep given and family name apart: joined to one name.',
      zh: '文件把姓和名分成两列时使用，导入时合并为姓名。',
    },
  },
  {
    id: 'kind',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Kind',
    zh: '客户性质',
    aliases: ['性质'],
    headings: ['type', 'customer type', '类型', '客户类型'],
    values: [
      { id: 'person', en: 'Person', zh: '个人', aliases: ['individual', '自然人'] },
      {
        id: 'company',
        en: 'Company',
        zh: '企业',
        aliases: ['公司', 'organisation', 'organization', 'business', '单位'],
      },
    ],
    help: { en: 'A person or a company.', zh: '个人或企业。' },
  },
  {
    id: 'company',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Company',
    zh: '公司',
    headings: ['company name', 'organisation', 'organization', 'account', '公司名称', '单位', '企业名称'],
    help: { en: 'The company that a person works for.', zh: '所在公司。' },
  },
  {
    id: 'title',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Job title',
    zh: '职务',
    headings: ['position', 'role', '职位', '岗位'],
    help: { en: 'Job title of the contact.', zh: '联系人的职务。' },
  },
  {
    id: 'email',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'E-mail',
    zh: '邮箱',
    headings: [
      'e-mail',
      'mail',
      'email address',
      'e-mail address',
      '电子邮箱',
      '电子邮件',
      '邮件',
      '邮箱地址',
    ],
    help: {
      en: 'One or more e-mail addresses: how pages find the card.',
      zh: '一个或多个邮箱地址：网页上靠它找到客户卡片。',
    },
  },
  {
    id: 'phone',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Phone',
    zh: '电话',
    headings: [
      'mobile',
      'tel',
      'telephone',
      'cell',
      'phone number',
      '手机',
      '手机号',
      '手机号码',
      '联系电话',
      '电话号码',
      '联系方式',
    ],
    help: { en: 'One or more phone numbers.', zh: '一个或多个电话号码。' },
  },
  {
    id: 'address',
    of: 'customer',
    kind: 'text',
    place: 'row',
    en: 'Address',
    zh: '地址',
    headings: ['street', '收货地址', '详细地址', '联系地址'],
    help: { en: 'Postal address.', zh: '通讯或收货地址。' },
  },
  {
    id: 'industry',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Industry',
    zh: '行业',
    aliases: ['所属行业'],
    headings: ['sector', 'industry code', '行业类别', '行业分类', '行业代码', '国民经济行业'],
    values: industries,
    help: {
      en: 'Section of GB/T 4754-2017, or the words of the file where they fit none.',
      zh: 'GB/T 4754-2017 门类；对不上的保留原文。',
    },
  },
  {
    id: 'size',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Company size',
    zh: '企业规模',
    aliases: ['规模'],
    headings: ['company size', 'scale', '公司规模'],
    values: [
      { id: 'large', en: 'Large', zh: '大型', aliases: ['大'] },
      { id: 'medium', en: 'Medium', zh: '中型', aliases: ['中', 'mid'] },
      { id: 'small', en: 'Small', zh: '小型', aliases: ['小'] },
      { id: 'micro', en: 'Micro', zh: '微型', aliases: ['微'] },
    ],
    help: {
      en: 'Large, medium, small or micro enterprise: by the rule of 2017 where a file has the figures and no size.',
      zh: '大型、中型、小型、微型企业；文件没写规模而有相关数据时，按 2017 年划型办法得出。',
    },
  },
  {
    id: 'employees',
    of: 'customer',
    kind: 'number',
    place: 'column',
    en: 'Employees',
    zh: '从业人员',
    aliases: ['员工人数'],
    headings: [
      'employee count',
      'headcount',
      'staff',
      'number of employees',
      '员工数',
      '人员规模',
      '从业人数',
    ],
    help: { en: 'How many people work for the company.', zh: '企业的从业人员数。' },
  },
  {
    id: 'annualRevenue',
    of: 'customer',
    kind: 'money',
    place: 'column',
    en: 'Annual revenue',
    zh: '营业收入',
    aliases: ['年营业收入'],
    headings: ['yearly revenue', 'turnover', 'annual turnover', '年营收', '营收', '营业额', '年营业额'],
    help: { en: 'What the company turns over in a year.', zh: '企业全年的营业收入。' },
  },
  {
    id: 'assets',
    of: 'customer',
    kind: 'money',
    place: 'column',
    en: 'Total assets',
    zh: '资产总额',
    aliases: ['总资产'],
    headings: ['assets', '资产总计', '资产规模'],
    help: { en: 'All that the company owns.', zh: '企业的资产总额。' },
  },
  {
    id: 'creditCode',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Credit code',
    zh: '统一社会信用代码',
    aliases: ['信用代码'],
    headings: ['unified social credit code', 'uscc', '社会信用代码', '税号', '纳税人识别号'],
    help: {
      en: 'Unified social credit code of a company in China, 18 characters with a check digit.',
      zh: '企业的统一社会信用代码，18 位，含校验位。',
    },
  },
  {
    id: 'province',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Province',
    zh: '省份',
    aliases: ['省'],
    headings: ['state', '省/直辖市', '收货省份', 'state/region'],
    values: provinces,
    help: { en: 'Province or state.', zh: '省、自治区、直辖市。' },
  },
  {
    id: 'city',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'City',
    zh: '城市',
    aliases: ['市'],
    headings: ['town', '所在城市', '收货城市'],
    help: { en: 'City.', zh: '城市。' },
  },
  {
    id: 'region',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Region',
    zh: '区域',
    aliases: ['大区', '地区'],
    headings: ['area'],
    values: regions,
    help: {
      en: 'One of seven regions, from the province where the file does not say it.',
      zh: '七大区域；文件没写时由省份得出。',
    },
  },
  {
    id: 'channel',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Acquisition channel',
    zh: '来源渠道',
    aliases: ['渠道', '来源'],
    headings: ['source', 'lead source', '获客渠道', '客户来源'],
    help: { en: 'Where the customer came from.', zh: '客户从哪里来。' },
  },
  {
    id: 'owner',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Account manager',
    zh: '客户经理',
    aliases: ['负责人'],
    headings: ['owner', 'account manager', 'sales', '销售', '业务员', '跟进人'],
    help: { en: 'Who looks after the customer.', zh: '由谁负责。' },
  },
  {
    id: 'gender',
    of: 'customer',
    kind: 'text',
    place: 'column',
    en: 'Gender',
    zh: '性别',
    headings: ['sex'],
    values: [
      { id: 'female', en: 'Female', zh: '女', aliases: ['f', '女性', '女士'] },
      { id: 'male', en: 'Male', zh: '男', aliases: ['m', '男性', '先生'] },
      { id: 'other', en: 'Other', zh: '其他' },
    ],
    help: { en: 'Gender.', zh: '性别。' },
  },
  {
    id: 'birthday',
    of: 'customer',
    kind: 'date',
    place: 'column',
    en: 'Birth date',
    zh: '出生日期',
    aliases: ['生日'],
    headings: ['birth date', 'date of birth', 'dob', '出生年月'],
    help: { en: 'Date of birth.', zh: '出生日期。' },
  },
  {
    id: 'joined',
    of: 'customer',
    kind: 'date',
    place: 'column',
    en: 'Customer since',
    zh: '成为客户日期',
    aliases: ['合作日期'],
    headings: [
      'since',
      'created',
      'created at',
      'registered',
      'registration date',
      'signup date',
      '注册时间',
      '注册日期',
      '创建时间',
      '开户日期',
      '合作开始',
    ],
    help: { en: 'First day of the relationship.', zh: '合作开始的日期。' },
  },
  {
    id: 'income',
    of: 'customer',
    kind: 'money',
    place: 'column',
    en: 'Income',
    zh: '收入',
    aliases: ['年收入'],
    headings: ['annual income', '收入水平'],
    help: { en: 'Yearly income.', zh: '年收入。' },
  },
  {
    id: 'labels',
    of: 'customer',
    kind: 'texts',
    place: 'column',
    en: 'Manual tags',
    zh: '手工标签',
    headings: ['tags', 'labels', '标签'],
    help: { en: 'Tags that people put on by hand.', zh: '人工打上的标签。' },
  },
];

const orderFields: readonly Field[] = [
  {
    id: 'number',
    of: 'order',
    kind: 'text',
    place: 'row',
    en: 'Order number',
    zh: '订单号',
    headings: [
      'order id',
      'order no',
      'order',
      'invoice',
      'invoice no',
      '订单编号',
      '订单id',
      '交易号',
      '流水号',
      '单号',
    ],
    help: {
      en: 'Number of the order: an order that comes again under it replaces the earlier one.',
      zh: '订单号：同一订单号再次导入会替换旧记录。',
    },
  },
  {
    id: 'day',
    of: 'order',
    kind: 'date',
    place: 'column',
    en: 'Order date',
    zh: '订单日期',
    aliases: ['日期', 'date'],
    headings: [
      'date',
      'order time',
      'paid at',
      'payment date',
      'payment time',
      'purchase date',
      'created at',
      'transaction date',
      '付款日期',
      '付款时间',
      '下单时间',
      '下单日期',
      '交易时间',
      '购买日期',
      '订单时间',
      '支付时间',
      '消费日期',
      '成交时间',
    ],
    help: { en: 'Day of the order; a time of day is kept beside it.', zh: '下单的日期；时刻另存。' },
  },
  {
    id: 'amount',
    of: 'order',
    kind: 'money',
    place: 'column',
    en: 'Amount',
    zh: '金额',
    aliases: ['订单金额'],
    headings: [
      'total',
      'revenue',
      'price',
      'paid',
      'order amount',
      'value',
      'sales',
      '实付金额',
      '支付金额',
      '实付',
      '总价',
      '总金额',
      '消费金额',
      '付款金额',
      '成交金额',
      '销售额',
    ],
    help: { en: 'What was paid.', zh: '实付金额。' },
  },
  {
    id: 'currency',
    of: 'order',
    kind: 'text',
    place: 'column',
    en: 'Currency',
    zh: '币种',
    headings: ['ccy', '货币'],
    help: { en: 'ISO 4217 code of the amount.', zh: '金额的币种（ISO 4217）。' },
  },
  {
    id: 'product',
    of: 'order',
    kind: 'text',
    place: 'column',
    en: 'Product',
    zh: '商品',
    aliases: ['产品'],
    headings: ['item', 'sku', 'product name', '商品名称', '产品名称', '货品', '品名', '商品标题'],
    help: { en: 'What was bought.', zh: '购买的商品。' },
  },
  {
    id: 'category',
    of: 'order',
    kind: 'text',
    place: 'column',
    en: 'Category',
    zh: '品类',
    aliases: ['类目', '类别'],
    headings: ['product category', '商品类别', '商品分类', '分类', '品牌', '品牌名称', 'brand'],
    help: { en: 'Group of products.', zh: '商品类别。' },
  },
  {
    id: 'quantity',
    of: 'order',
    kind: 'number',
    place: 'column',
    en: 'Quantity',
    zh: '数量',
    headings: ['qty', 'units', '购买数量', '件数', '商品数量'],
    help: { en: 'How many were bought.', zh: '购买数量。' },
  },
  {
    id: 'channel',
    of: 'order',
    kind: 'text',
    place: 'column',
    en: 'Purchase channel',
    zh: '购买渠道',
    aliases: ['渠道'],
    headings: ['sales channel', 'store', 'shop', 'platform', '下单渠道', '店铺', '平台', '门店'],
    help: { en: 'Where the order was placed.', zh: '在哪里下单。' },
  },
  {
    id: 'status',
    of: 'order',
    kind: 'text',
    place: 'column',
    en: 'Status',
    zh: '状态',
    aliases: ['订单状态'],
    headings: ['order status', '交易状态', '支付状态'],
    values: [
      {
        id: 'paid',
        en: 'Paid',
        zh: '已付款',
        aliases: [
          '交易成功',
          '已完成',
          '已支付',
          '已发货',
          '已签收',
          '成功',
          '完成',
          'complete',
          'completed',
          'success',
          'shipped',
          'delivered',
          'fulfilled',
          'closed won',
          'succeeded',
          'partially refunded',
          'partially paid',
          '交易完成',
          '已收货',
          '待发货',
          '等待卖家发货',
          '卖家已发货，等待买家确认',
          '部分退款',
          '已付',
          '买家已付款',
          '卖家已发货',
        ],
      },
      {
        id: 'refunded',
        en: 'Refunded',
        zh: '已退款',
        aliases: [
          '退款',
          '退货',
          '退款成功',
          '付款以后用户退款成功，交易自动关闭',
          'refund',
          'returned',
          'chargeback',
          '全额退款',
          '已退货',
        ],
      },
      {
        id: 'cancelled',
        en: 'Cancelled',
        zh: '已取消',
        aliases: [
          '取消',
          '交易关闭',
          '关闭',
          '未付款',
          '付款以前，卖家或买家主动关闭交易',
          'canceled',
          'void',
          'voided',
          'failed',
          'expired',
          'authorized',
          'unpaid',
          'pending',
          '待付款',
          '等待买家付款',
          '已关闭',
        ],
      },
    ],
    help: {
      en: 'Paid, refunded or cancelled. Files without a status bring paid orders.',
      zh: '已付款、已退款、已取消；文件没有状态列时视为已付款。',
    },
  },
  {
    id: 'repeat',
    of: 'order',
    kind: 'flag',
    place: 'column',
    en: 'Repeat purchase',
    zh: '复购',
    help: {
      en: 'A paid order of a customer who had paid for one before.',
      zh: '此前已有过付款订单的客户再次付款。',
    },
  },
];

const interactionFields: readonly Field[] = [
  {
    id: 'day',
    of: 'interaction',
    kind: 'date',
    place: 'column',
    en: 'Date',
    zh: '日期',
    aliases: ['date'],
    headings: [
      'contact date',
      'time',
      'created at',
      'opened at',
      '咨询时间',
      '服务时间',
      '回访日期',
      '时间',
      '访问时间',
    ],
    help: { en: 'Day of the contact.', zh: '互动的日期。' },
  },
  {
    id: 'kind',
    of: 'interaction',
    kind: 'text',
    place: 'column',
    en: 'Kind',
    zh: '类型',
    headings: ['type', 'interaction', '互动类型'],
    values: [
      { id: 'visit', en: 'Site visit', zh: '访问', aliases: ['浏览', 'web visit', 'page view'] },
      {
        id: 'consultation',
        en: 'Consultation',
        zh: '咨询',
        aliases: ['服务', 'ticket', 'support', '客服', 'call', '工单'],
      },
      { id: 'survey', en: 'Survey', zh: '问卷', aliases: ['调查', '评价', 'csat', 'nps'] },
    ],
    help: { en: 'Site visit, consultation or survey.', zh: '网站访问、服务咨询或问卷。' },
  },
  {
    id: 'channel',
    of: 'interaction',
    kind: 'text',
    place: 'column',
    en: 'Contact channel',
    zh: '联系渠道',
    aliases: ['渠道'],
    headings: ['channel', '沟通渠道', '服务渠道'],
    values: contactChannels,
    help: { en: 'How the contact came about.', zh: '通过什么方式联系。' },
  },
  {
    id: 'topic',
    of: 'interaction',
    kind: 'text',
    place: 'column',
    en: 'Topic',
    zh: '问题类型',
    aliases: ['主题'],
    headings: ['subject', 'issue', 'issue type', '咨询类型', '问题'],
    values: [
      { id: 'usage', en: 'Product use', zh: '产品使用', aliases: ['使用', '使用问题'] },
      { id: 'repair', en: 'Repair', zh: '售后维修', aliases: ['维修', '售后', '故障'] },
      { id: 'cooperation', en: 'Cooperation', zh: '合作洽谈', aliases: ['合作', '商务合作', '报价'] },
      { id: 'complaint', en: 'Complaint', zh: '投诉', aliases: ['抱怨'] },
    ],
    help: { en: 'What it was about.', zh: '关于什么。' },
  },
  {
    id: 'csat',
    of: 'interaction',
    kind: 'number',
    place: 'column',
    en: 'CSAT',
    zh: '满意度',
    headings: ['satisfaction', 'rating', 'score', '评分', '满意度评分'],
    help: { en: 'Satisfaction from 1 to 5.', zh: '满意度，1 至 5 分。' },
  },
  {
    id: 'nps',
    of: 'interaction',
    kind: 'number',
    place: 'column',
    en: 'NPS',
    zh: '推荐意愿',
    headings: ['recommend', 'likelihood to recommend', '净推荐值'],
    help: { en: 'Likelihood to recommend, 0 to 10.', zh: '推荐意愿，0 至 10 分。' },
  },
];

const derivedFields: readonly Field[] = [
  {
    id: 'recency',
    of: 'customer',
    kind: 'days',
    place: 'derived',
    en: 'Recency',
    zh: '最近消费间隔',
    aliases: ['未下单天数'],
    define: 'days since max(orders.day where status = "paid")',
    help: { en: 'Whole local days since the last paid order.', zh: '距最近一次付款订单的天数（本地整日）。' },
  },
  {
    id: 'frequency',
    of: 'customer',
    kind: 'number',
    place: 'derived',
    en: 'Frequency',
    zh: '消费频次',
    aliases: ['订单数', '购买次数'],
    define: 'count(orders where status = "paid")',
    help: { en: 'How many orders were paid.', zh: '付款订单数。' },
  },
  {
    id: 'monetary',
    of: 'customer',
    kind: 'money',
    place: 'derived',
    en: 'Monetary',
    zh: '消费金额',
    aliases: ['累计消费'],
    define: 'sum(orders.amount where status = "paid")',
    help: { en: 'Sum of the paid orders.', zh: '付款订单的总金额。' },
  },
  {
    id: 'averageOrder',
    of: 'customer',
    kind: 'money',
    place: 'derived',
    en: 'Average order value',
    zh: '客单价',
    aliases: ['平均订单金额'],
    define: 'avg(orders.amount where status = "paid")',
    help: { en: 'Mean amount of the paid orders.', zh: '付款订单的平均金额。' },
  },
  {
    id: 'repurchaseRate',
    of: 'customer',
    kind: 'share',
    place: 'derived',
    en: 'Repurchase rate',
    zh: '复购率',
    define: 'share(orders where repeat)',
    help: { en: 'Share of the orders that are repeat purchases.', zh: '复购订单占全部订单的比例。' },
  },
  {
    id: 'firstOrder',
    of: 'customer',
    kind: 'date',
    place: 'derived',
    en: 'First order',
    zh: '首次下单日期',
    define: 'min(orders.day where status = "paid")',
    help: { en: 'Day of the first paid order.', zh: '第一笔付款订单的日期。' },
  },
  {
    id: 'lastOrder',
    of: 'customer',
    kind: 'date',
    place: 'derived',
    en: 'Last order',
    zh: '最近下单日期',
    define: 'max(orders.day where status = "paid")',
    help: { en: 'Day of the last paid order.', zh: '最近一笔付款订单的日期。' },
  },
  {
    id: 'tenure',
    of: 'customer',
    kind: 'days',
    place: 'derived',
    en: 'Tenure',
    zh: '合作时长',
    define: 'days since joined',
    help: { en: 'Days since the relationship began.', zh: '合作至今的天数。' },
  },
  {
    id: 'consultations',
    of: 'customer',
    kind: 'number',
    place: 'derived',
    en: 'Consultations',
    zh: '咨询次数',
    define: 'count(interactions where kind = "consultation")',
    help: { en: 'How often service was asked for.', zh: '服务咨询的次数。' },
  },
  {
    id: 'satisfaction',
    of: 'customer',
    kind: 'number',
    place: 'derived',
    en: 'Satisfaction',
    zh: '平均满意度',
    define: 'avg(interactions.csat)',
    help: { en: 'Mean CSAT of the surveys answered.', zh: '问卷满意度的平均分。' },
  },
];

/** The catalogue: everything a rule may name. The only place where a field is added. */
export const fields: readonly Field[] = [
  ...customerFields,
  ...orderFields,
  ...interactionFields,
  ...derivedFields,
  ...modelFields,
];

/** The fields of one subject that are columns of a Frame; `own`: those that the workspace has of its own. */
export function columnFields(of: Subject, own: readonly Field[] = []): readonly Field[] {
  return [...fields, ...own].filter(field => field.of === of && field.place === 'column');
}

/** The field of that id, which must exist, in the catalogue or in `own`. */
export function fieldOf(of: Subject, id: string, own: readonly Field[] = []): Field {
  const isIt = (field: Field) => field.of === of && field.id === id;
  const field = fields.find(isIt) ?? own.find(isIt);
  if (!field) throw new Error(`no field ${of}.${id}`);
  return field;
}

/**
 * The field that a rule calls `name`, by id or by any of its labels: of `of` alone where given, else a customer's
 * first; one of the catalogue before one of `own`.
 */
export function fieldNamed(name: string, of?: Subject, own: readonly Field[] = []): Field | undefined {
  const wanted = foldSpelling(name);
  const isIt = (field: Field) =>
    (of === undefined || field.of === of) && namesOf(field).some(each => foldSpelling(each) === wanted);
  return fields.find(isIt) ?? own.find(isIt);
}

/** A name as people say it, without the signs in which rules quote one with spaces. */
export function plainName(name: string): string {
  return /^(?:`([^`]+)`|「([^」]+)」)$/.exec(name)?.slice(1).find(Boolean) ?? name;
}

/** Every name by which rules know a field. */
export function namesOf(field: Field): readonly string[] {
  return [field.id, field.en, field.zh, ...(field.aliases ?? [])];
}

/** Folds spellings that people take for the same: case, width, spaces. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:：]+/g, '');
}

/** The stored id of a value of a closed list, by any of its spellings; null where the list has no such value. */
export function valueId(field: Field, spelling: string): string | null {
  const wanted = foldSpelling(spelling);
  for (const value of field.values ?? []) {
    const spellings = [value.id, value.en, value.zh, ...(value.aliases ?? [])];
    if (spellings.some(each => foldSpelling(each) === wanted)) return value.id;
  }
  return null;
}

/** What texts mean in fields of closed lists, as the user has said: field id -> folded spelling -> stored id. */
export type LearnedValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How a stored value is shown: the label of a closed list's value, else the value itself. */
export function valueLabel(field: Field, stored: string, language: 'en' | 'zh'): string {
  return field.values?.find(value => value.id === stored)?.[language] ?? stored;
}
