import type { Customer, Day } from '../../domain/index.ts';
import { placeColumns } from './people.ts';
import type { Rhythm } from './personas.ts';

/** Somebody whom the demonstration pages and the tests know by name. */
export interface Role {
  readonly customer: Customer;
  /** Buys and talks like this persona, in this rhythm. */
  readonly persona: string;
  readonly rhythm: Rhythm;
  /** Days since a complaint that is still open; undefined where there is none. */
  readonly complainedAgo?: number | undefined;
}

interface Part {
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly company?: string;
  readonly title?: string;
  readonly province: string;
  readonly city: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly tag?: string;
  readonly joinedAgo: number;
  readonly persona: string;
  readonly rhythm: Rhythm;
  readonly complainedAgo?: number;
}

const business = (industry: string, size: string) => ({ kind: 'company', industry, size });
const person = (gender: string) => ({ kind: 'person', gender });

const parts: readonly Part[] = [
  {
    name: '张伟',
    emails: ['zhang.wei@acme-sz.test'],
    phones: ['13800138000'],
    company: '深圳艾克美科技有限公司',
    title: '采购经理',
    province: 'guangdong',
    city: '深圳',
    columns: { ...business('I', 'medium'), channel: '推荐', owner: '周敏', gender: 'male' },
    tag: '重点跟进',
    joinedAgo: 610,
    persona: 'lapsedHighValue',
    rhythm: { lastAgo: 98, interval: 12, orders: 26 },
  },
  {
    name: '李娜',
    emails: ['lina@163mail.test'],
    phones: ['13912345678'],
    province: 'beijing',
    city: '北京',
    columns: { ...person('female'), channel: '搜索' },
    joinedAgo: 16,
    persona: 'newcomer',
    rhythm: { lastAgo: 9, interval: 5, orders: 1 },
  },
  {
    name: '王芳',
    emails: ['wangfang@qqmail.test'],
    phones: ['18621003344'],
    company: '广州芳华贸易有限公司',
    title: '总经理',
    province: 'guangdong',
    city: '广州',
    columns: { ...business('F', 'small'), channel: '展会', owner: '林珊', gender: 'female' },
    joinedAgo: 700,
    persona: 'regular',
    rhythm: { lastAgo: 21, interval: 40, orders: 14 },
  },
  {
    name: '陈静',
    emails: ['chen.jing@huaxin.test'],
    phones: ['0755-83214567'],
    company: '华信电子制造有限公司',
    title: '采购部主管',
    province: 'guangdong',
    city: '深圳',
    columns: { ...business('C', 'large'), channel: '推荐', owner: '周敏', gender: 'female' },
    tag: '决策人关注价格',
    joinedAgo: 820,
    persona: 'largeManufacturer',
    rhythm: { lastAgo: 8, interval: 40, orders: 18 },
  },
  {
    name: '刘洋',
    emails: ['liuyang+vip@gmailx.test'],
    phones: ['13600136088'],
    province: 'zhejiang',
    city: '杭州',
    columns: { ...person('male'), channel: '推荐', owner: '吴昊' },
    tag: 'VIP',
    joinedAgo: 540,
    persona: 'highValue',
    rhythm: { lastAgo: 5, interval: 18, orders: 28 },
  },
  {
    name: '赵磊',
    emails: ['zhao.lei@example-cn.test'],
    phones: ['13700007777'],
    province: 'sichuan',
    city: '成都',
    columns: { ...person('male'), channel: '搜索' },
    joinedAgo: 380,
    persona: 'complainer',
    rhythm: { lastAgo: 47, interval: 38, orders: 8 },
    complainedAgo: 6,
  },
  {
    name: 'Alice Johnson',
    emails: ['alice.johnson@northwind.test'],
    phones: ['+14155550132'],
    company: 'Northwind Traders Inc',
    title: 'Procurement',
    province: 'California',
    city: 'San Francisco',
    columns: { ...business('F', 'medium'), channel: '推荐', owner: 'Emma Clark', gender: 'female' },
    joinedAgo: 500,
    persona: 'highValue',
    rhythm: { lastAgo: 3, interval: 17, orders: 27 },
  },
  {
    name: "Bob O'Neil",
    emails: ['bob@contoso.test'],
    phones: ['+12065550117'],
    company: 'Contoso Ltd',
    title: 'Office manager',
    province: 'Washington',
    city: 'Seattle',
    columns: { ...business('I', 'medium'), channel: '搜索', gender: 'male' },
    joinedAgo: 420,
    persona: 'occasional',
    rhythm: { lastAgo: 140, interval: 85, orders: 3 },
  },
  {
    name: 'Carla Méndez',
    emails: ['carla.mendez@tiendanova.test'],
    phones: ['+13055550146'],
    company: 'Tienda Nova LLC',
    title: 'Managing director',
    province: 'Florida',
    city: 'Miami',
    columns: { ...business('F', 'micro'), channel: '活动', gender: 'female' },
    joinedAgo: 230,
    persona: 'oneTime',
    rhythm: { lastAgo: 226, interval: 1, orders: 1 },
  },
  {
    name: '孙悦',
    emails: ['sunyue@customer.test'],
    phones: ['15800158099'],
    province: 'jiangsu',
    city: '苏州',
    columns: { ...person('female'), channel: '广告' },
    joinedAgo: 260,
    persona: 'refunder',
    rhythm: { lastAgo: 26, interval: 28, orders: 8 },
  },
  {
    name: '黄志强',
    emails: ['info@hengtong.test', 'huang.zhiqiang@hengtong.test'],
    phones: ['021-60001234'],
    company: '上海恒通机械有限公司',
    title: '总经理',
    province: 'shanghai',
    city: '上海',
    columns: { ...business('C', 'medium'), channel: '展会', owner: '郑凯', gender: 'male' },
    joinedAgo: 450,
    persona: 'regular',
    rhythm: { lastAgo: 33, interval: 45, orders: 9 },
  },
  {
    name: '徐丽',
    emails: ['info@hengtong.test'],
    phones: ['021-60001234'],
    company: '上海恒通机械有限公司',
    title: '行政主管',
    province: 'shanghai',
    city: '上海',
    columns: { ...business('C', 'medium'), channel: '推荐', owner: '郑凯', gender: 'female' },
    joinedAgo: 200,
    persona: 'occasional',
    rhythm: { lastAgo: 62, interval: 60, orders: 2 },
  },
];

const msPerDay = 86_400_000;

/** The cast as of a day. They come first among the customers. */
export function castOf(asOf: Day): readonly Role[] {
  return parts.map(
    ({ persona, rhythm, complainedAgo, joinedAgo, province, city, columns, tag, ...texts }, index) => {
      const joined = asOf - joinedAgo;
      const tags = tag ? [{ tag, author: columns.owner ?? '周敏', at: (asOf - 14) * msPerDay }] : [];
      const customer: Customer = {
        company: '',
        title: '',
        address: '',
        ...texts,
        id: `sample-${String(index + 1).padStart(5, '0')}`,
        columns: { ...placeColumns({ province, city }), ...columns, joined },
        tags,
        source: 'sample',
        createdAt: joined * msPerDay,
        updatedAt: joined * msPerDay,
      };
      return { customer, persona, rhythm, complainedAgo };
    },
  );
}
