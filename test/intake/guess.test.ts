import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../src/intake/index.ts';

interface Case {
  readonly name: string;
  /** subject: column -> target; `*` after a target = guessed by values. */
  readonly subject: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly string[])[];
}

const cases: readonly Case[] = [
  {
    name: 'a Chinese web shop',
    subject: 'order',
    columns: {
      品牌名称: 'order.category',
      买家昵称: 'customer.name',
      付款日期: 'order.day',
      订单状态: 'order.status',
      实付金额: 'order.amount',
      邮费: 'new money',
      省份: 'customer.province',
      城市: 'customer.city',
      购买数量: 'order.quantity',
    },
    rows: [['数据', '叫我李2', '2019-01-01 00:17:59.000', '交易成功', '186', '6', '上海', '上海市', '1']],
  },
  {
    name: 'a Chinese list of customers',
    subject: 'customer',
    columns: {
      客户编号: 'customer.customerId',
      客户名称: 'customer.name',
      联系人手机: 'customer.phone',
      电子邮箱: 'customer.email',
      所属行业: 'customer.industry',
      企业规模: 'customer.size',
      省: 'customer.province',
      收货地址: 'customer.address',
      客户来源: 'customer.channel',
      客户经理: 'customer.owner',
      注册时间: 'customer.joined',
      标签: 'customer.labels',
      备注: '',
    },
    rows: [
      [
        'K01',
        '张伟',
        '138 0013 8000',
        'z@a.test',
        '制造业',
        '大型',
        '广东',
        '深圳市1号',
        '推荐',
        '周敏',
        '2024/1/5',
        'VIP',
        'ok',
      ],
    ],
  },
  {
    name: 'a shop export with line items',
    subject: 'order',
    columns: {
      Name: 'order.number',
      Email: 'customer.email',
      'Financial Status': 'order.status',
      'Paid at': 'order.day',
      'Fulfillment Status': 'new text',
      'Fulfilled at': 'new date',
      'Accepts Marketing': 'new flag',
      Currency: 'order.currency',
      Subtotal: 'new money',
      Shipping: 'new money',
      Taxes: 'new money',
      Total: 'order.amount',
      'Discount Amount': 'new money',
      'Created at': '',
      'Lineitem quantity': 'order.quantity',
      'Lineitem name': 'order.product',
      'Lineitem price': 'new money',
      'Billing Name': 'customer.name',
      'Billing Street': 'customer.address',
      'Billing City': 'customer.city',
      'Billing Province': 'customer.province',
      Phone: 'customer.phone',
      Tags: '',
    },
    rows: [
      [
        ...[
          '#1001',
          'bob@contoso.test',
          'paid',
          '2024-01-05 10:00:00 +0800',
          'fulfilled',
          '2024-01-06',
          'no',
          'CNY',
        ],
        ...[
          '90.00',
          '10.00',
          '0.00',
          '100.00',
          '0.00',
          '2024-01-05',
          '2',
          'Beans',
          '45.00',
          'Bob Neil',
          '1 Main St',
        ],
        ...['Seattle', 'WA', '+1 206 555 0117', 'new'],
      ],
    ],
  },
  {
    name: 'payments of a card processor',
    subject: 'order',
    columns: {
      id: 'order.number',
      'Created (UTC)': 'order.day',
      Amount: 'order.amount',
      'Amount Refunded': 'new money',
      Currency: 'order.currency',
      Description: '',
      Fee: 'new money',
      Status: 'order.status',
      'Customer ID': 'customer.customerId',
      'Customer Email': 'customer.email',
    },
    rows: [
      ['ch_3Nab', '2024-01-05 10:00', '100.00', '0.00', 'cny', 'x', '3.20', 'Paid', 'cus_1', 'a@b.test'],
      ['ch_3Nac', '2024-01-06 10:00', '120.00', '0.00', 'cny', 'x', '3.20', 'Refunded', 'cus_1', 'a@b.test'],
    ],
  },
  {
    name: 'contacts of a CRM',
    subject: 'customer',
    columns: {
      'Record ID': 'customer.customerId',
      'First Name': 'customer.name',
      'Last Name': 'customer.familyName',
      Email: 'customer.email',
      'Phone Number': 'customer.phone',
      'Company name': 'customer.company',
      'Job Title': 'customer.title',
      City: 'customer.city',
      'State/Region': 'customer.province',
      Industry: 'customer.industry',
      'Contact owner': 'customer.owner',
      'Create Date': 'customer.joined',
      'Lead Status': 'new text',
      'Last Activity Date': 'new date',
    },
    rows: [
      [
        ...[
          '51',
          'Alice',
          'Johnson',
          'alice@northwind.test',
          '+1 415 555 0132',
          'Northwind',
          'Buyer',
          'San Francisco',
        ],
        ...['California', 'RETAIL', 'Emma Clark', '2024-01-05', 'OPEN', '2024-02-01'],
      ],
    ],
  },
  {
    name: 'purchases of a CD shop',
    subject: 'order',
    columns: { Id: 'customer.customerId', Date: 'order.day', CDs: 'order.quantity', Price: 'order.amount' },
    rows: [
      ['1', '1997-01-01', '2', '29.33'],
      ['1', '1997-01-18', '2', '29.73'],
    ],
  },
  {
    name: 'baskets of a grocer',
    subject: 'order',
    columns: {
      household_id: 'customer.customerId',
      store_id: 'order.channel',
      basket_id: 'order.number',
      product_id: 'order.product',
      quantity: 'order.quantity',
      sales_value: 'order.amount',
      retail_disc: 'new number',
      coupon_disc: 'new number',
      week: 'new number',
      transaction_timestamp: 'order.day',
    },
    rows: [['2261', '309', '31625220889', '940996', '1', '3.86', '0.43', '0', '5', '2017-01-28 19:06:53']],
  },
  {
    name: 'orders with name and address of the buyer',
    subject: 'order',
    columns: {
      customer_id: 'customer.customerId',
      order_date: 'order.day',
      revenue: 'order.amount',
      first_name: 'customer.name',
      last_name: 'customer.familyName',
      email: 'customer.email',
    },
    rows: [['Brion Stark', '2004-12-20', '32', 'Brion', 'Stark', 'brion_stark@rfmail.test']],
  },
  {
    name: 'sales of a Chinese shop by user',
    subject: 'order',
    columns: {
      user_id: 'customer.customerId',
      create_time: 'order.day',
      order_id: 'order.number',
      amount: 'order.amount',
    },
    rows: [['142074', '2018/1/1', '4196439032', '9399']],
  },
  {
    name: 'tickets with satisfaction',
    subject: 'interaction',
    columns: {
      Ticket_ID: '',
      Created_Date: 'interaction.day',
      Ticket_Type: 'interaction.topic',
      Priority: 'new text',
      Status: 'new text',
      Channel: 'interaction.channel',
      Customer_Email: 'customer.email',
      CSAT_Score: 'interaction.csat',
    },
    rows: [['T-1', '2024-11-23 03:01:00', 'Bug Report', 'High', 'Closed', 'Chat', 'a@b.test', '5.0']],
  },
  {
    name: 'service records in Chinese',
    subject: 'interaction',
    columns: {
      客户电话: 'customer.phone',
      咨询时间: 'interaction.day',
      互动类型: 'interaction.kind',
      问题类型: 'interaction.topic',
      满意度: 'interaction.csat',
    },
    rows: [['13800138000', '2024-01-05 09:00', '咨询', '投诉', '4']],
  },
  {
    name: 'headings that say nothing',
    subject: 'order',
    columns: { a: 'customer.email*', b: 'order.day*', c: 'order.amount*', d: 'order.status*', e: 'new text' },
    rows: [
      ['a@b.test', '2024-01-05', '¥12.00', '已付款', 'x'],
      ['c@d.test', '2024-01-06', '¥30.50', '已退款', 'y'],
    ],
  },
  {
    name: 'a title that looks like an address is still the title',
    subject: 'customer',
    columns: { 客户编号: 'customer.customerId', 职务: 'customer.title', 公司: 'customer.company' },
    rows: [['C0', '2B2张@客.公司', 'x@客.公司']],
  },
  {
    name: 'many addresses under a heading of words',
    subject: 'customer',
    columns: { 客户编号: 'customer.customerId', 姓名: '' },
    rows: [
      ['C0', 'a@x.test'],
      ['C1', 'b@x.test'],
      ['C2', 'c@x.test'],
    ],
  },
  {
    name: 'a heading that its values deny',
    subject: 'customer',
    columns: { household_id: 'customer.customerId', age: 'new text', income: '', email: '' },
    rows: [
      ['1', '65+', '35-49K', 'yes'],
      ['2', '45-54', '50-74K', 'no'],
    ],
  },
];

describe('the mapping of a file', () => {
  it.each(cases)('$name', ({ subject, columns, rows }) => {
    const headings = Object.keys(columns);
    const { guess, because } = guessMapping(headings, rows, 'CNY');
    const found = headings.map((heading, column) => {
      const target = guess.columns[column];
      const mark = because[column] === 'values' ? '*' : '';
      if (target?.create) return [heading, `new ${target.create.kind}`];
      return [heading, target ? `${target.of}.${target.field}${mark}` : ''];
    });
    expect([guess.subject, Object.fromEntries(found)]).toEqual([subject, columns]);
    const targets = guess.columns.flatMap(target => (target ? [`${target.of}.${target.field}`] : []));
    expect(new Set(targets).size).toBe(targets.length);
    expect(because.map(reason => reason !== null)).toEqual(guess.columns.map(target => target !== null));
  });
});
