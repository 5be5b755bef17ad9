import type { Field, Subject } from '../../domain/index.ts';
import { fields } from '../../domain/index.ts';

/**
 * Words inside a heading that tell what it is where no whole spelling fits: 'Billing City', 'CSAT_Score',
 * '收货人手机'. Spellings of whole headings are in the field catalogue.
 */
const hints: readonly { readonly of: Subject; readonly field: string; readonly words: readonly string[] }[] =
  [
    { of: 'customer', field: 'email', words: ['email', 'e mail', 'mail', '邮箱', '邮件'] },
    { of: 'customer', field: 'phone', words: ['phone', 'mobile', 'tel', 'cell', '手机', '电话', '联系方式'] },
    {
      of: 'customer',
      field: 'customerId',
      words: [
        ...['customer id', 'client id', 'user id', 'member id', 'household id', 'account id', 'contact id'],
        ...[
          'buyer id',
          'shopper id',
          'record id',
          'unique id',
          'master id',
          'rec id',
          'customer number',
          'row id',
        ],
        ...['客户编号', '客户id', '会员id', '会员卡号', '用户编号', '客户代码'],
      ],
    },
    {
      of: 'customer',
      field: 'name',
      words: ['name', 'buyer', 'customer', '姓名', '昵称', '客户名', '买家', '联系人'],
    },
    {
      of: 'customer',
      field: 'company',
      words: ['company', 'organisation', 'organization', 'account', '公司', '单位'],
    },
    { of: 'customer', field: 'title', words: ['job title', 'jobtitle', '职务', '职位'] },
    { of: 'customer', field: 'address', words: ['address', 'street', '地址'] },
    { of: 'customer', field: 'province', words: ['province', 'state', '省'] },
    { of: 'customer', field: 'city', words: ['city', 'suburb', '城市'] },
    { of: 'customer', field: 'region', words: ['region', '大区', '区域'] },
    { of: 'customer', field: 'industry', words: ['industry', '行业'] },
    {
      of: 'customer',
      field: 'owner',
      words: ['owner', 'account manager', 'sales rep', '客户经理', '负责人'],
    },
    { of: 'customer', field: 'income', words: ['salary', 'income', '收入'] },
    { of: 'customer', field: 'birthday', words: ['birth', 'birthday', '生日', '出生'] },
    {
      of: 'customer',
      field: 'joined',
      words: ['create date', 'created', 'signup', 'sign up', 'registered', 'customer since', '注册', '开户'],
    },
    {
      of: 'order',
      field: 'number',
      words: [
        'order id',
        'order number',
        'order no',
        'basket id',
        'transaction id',
        'invoice',
        '订单号',
        '订单编号',
      ],
    },
    {
      of: 'order',
      field: 'day',
      words: ['date', 'timestamp', 'created', 'paid at', 'time', '时间', '日期'],
    },
    {
      of: 'order',
      field: 'amount',
      words: ['amount', 'total', 'value', 'revenue', 'price', 'paid', '金额', '实付', '总额', '应付'],
    },
    {
      of: 'order',
      field: 'product',
      words: ['product', 'item', 'sku', 'lineitem name', '商品', '产品', '货品'],
    },
    { of: 'order', field: 'category', words: ['category', 'brand', '品类', '类目', '分类', '品牌'] },
    {
      of: 'order',
      field: 'quantity',
      words: ['quantity', 'qty', 'number of', 'cds', 'units', '数量', '件数'],
    },
    { of: 'order', field: 'channel', words: ['channel', 'store', 'shop', 'source', '渠道', '店铺', '平台'] },
    { of: 'order', field: 'status', words: ['status', '状态'] },
    { of: 'order', field: 'currency', words: ['currency', '币种'] },
    {
      of: 'interaction',
      field: 'day',
      words: ['date', 'timestamp', 'created', 'opened', 'time', '时间', '日期'],
    },
    {
      of: 'interaction',
      field: 'kind',
      words: [
        'interaction',
        'activity type',
        'behavior type',
        'behaviour type',
        'event type',
        '互动类型',
        '行为类型',
      ],
    },
    {
      of: 'interaction',
      field: 'topic',
      words: ['ticket type', 'topic', 'issue', 'reason', '问题类型', '主题'],
    },
    { of: 'interaction', field: 'channel', words: ['channel', '渠道'] },
    { of: 'interaction', field: 'csat', words: ['csat', 'satisfaction', 'rating', '满意度', '评分'] },
    { of: 'interaction', field: 'nps', words: ['nps', '推荐'] },
  ];

/** A heading with one of these is another sum, address or person than the one looked for. */
const misleading: Readonly<Record<string, RegExp>> = {
  amount:
    /discount|\bdisc\b|tax|shipping|postage|freight|\bfee\b|\bfees\b|refund|cost|balance|subtotal|compare|status|method|outstanding|converted|\btip\b|gift|per unit|unit price|邮费|运费|优惠|折扣|退款|成本|税|余额|单价|抵扣|红包|积分/,
  day: /update|modified|shipped|fulfilled|cancel|refund|due|expir|birth|last|close|delivery|response|更新|修改|发货|退款|到期|出生|注册|收货|取消/,
  status: /fulfillment|lead|marital|risk|delivery|物流|发货|会员/,
  name: /user ?name|file|domain|project|campaign|product|item|discount|lineitem|shipping|商品|产品|店铺|品牌|shop|store/,
  customerId: /associated|object|company/,
  quantity: /refund|discount|退/,
  channel: /fulfillment|traffic|\bip\b/,
  product:
    /category|type|price|quantity|compare|discount|vendor|fulfillment|status|tax|数量|单价|金额|价格|分类|类别/,
  phone: /service|type|plan|area/,
  email: /marketing|\bopt\b|status|sent|open|click|accept|domain/,
  address: /\b(?:ip|mac|2)\b|email|e mail|邮箱|电子/,
  province: /code|status|united/,
  title: /product|商品/,
  joined: /\bby\b|updated/,
  company: /associated|size|\bid\b|type|规模|性质/,
  topic: /\bid\b|number/,
  owner: /home|house|last|assigned date/,
  category: /\bage\b|risk/,
  region: /\bip\b|state/,
  birthday: /place|country|地/,
  income: /household type/,
  kind: /product/,
  csat: /count|credit|response/,
  city: /code/,
  currency: /rate/,
  number: /\bof\b|phone|tracking/,
};

/**
 * How well a heading fits a field, 0 (not at all) to 1 (a spelling of the catalogue). A heading that only contains
 * a word of the field is below 0.9, the more the shorter the word against it.
 */
export function headingFit(heading: string, field: Field): number {
  const spelling = spell(heading);
  if (spelling === '') return 0;
  const folded = fold(spelling);
  if (spellingsOf(field).has(folded)) return 1;
  if (isMisleading(heading, field)) return 0;
  const bare = fold(spelling.replace(/[(（[【].*$/, ''));
  if (bare !== '' && spellingsOf(field).has(bare)) return 0.95;
  let best = 0;
  for (const word of wordsOf(field))
    if (holds(spelling, word))
      best = Math.max(best, 0.5 + (0.4 * word.length) / Math.max(spelling.length, 1));
  return best;
}

/** True for a heading that looks like the field's and means something else. */
export function isMisleading(heading: string, field: Field): boolean {
  return misleading[field.id]?.test(spell(heading)) ?? false;
}

/** Lower case, width folded, camelCase and signs made spaces: 'CSAT_Score' and 'csatScore' are 'csat score'. */
function spell(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-:.*#]+/g, ' ')
    .trim();
}

function fold(spelling: string): string {
  return spelling.replace(/[\s/]+/g, '');
}

function holds(spelling: string, word: string): boolean {
  if (/[^ -~]/.test(word)) return spelling.includes(word);
  return ` ${spelling.replace(/[^a-z0-9 ]/g, ' ')} `.includes(` ${word} `);
}

const spellings = new Map<Field, ReadonlySet<string>>();

function spellingsOf(field: Field): ReadonlySet<string> {
  let known = spellings.get(field);
  if (!known) {
    const all = [field.id, field.en, field.zh, ...(field.aliases ?? []), ...(field.headings ?? [])];
    known = new Set(all.map(each => fold(spell(each))));
    spellings.set(field, known);
  }
  return known;
}

function wordsOf(field: Field): readonly string[] {
  return hints.find(hint => hint.of === field.of && hint.field === field.id)?.words ?? [];
}

/** The fields that a column of a file can go to. */
export const importFields: readonly Field[] = fields.filter(
  ({ place, id }) => (place === 'row' || place === 'column') && id !== 'repeat',
);
