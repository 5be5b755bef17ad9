/** What the demo pages show: the people of the sample workspace, a stranger, a forged name, a shared address. */
export const messages = [
  {
    id: 'invoice',
    name: '张伟',
    email: 'zhang.wei@acme-sz.test',
    phone: '13800138000',
    subject: '上季度采购发票的抬头需要更改',
    when: '09:42',
    unread: true,
    text: [
      '您好，',
      '我们公司上季度的采购发票抬头写成了旧名称，请帮忙重新开具。新的抬头是“深圳艾克美科技有限公司”，税号不变。',
      '另外，最近几个月我们没有下单，是因为在比较几家供应商的账期，请问贵司今年有新的政策吗？',
      '谢谢！\n张伟',
    ],
  },
  {
    id: 'renewal',
    name: 'Alice Johnson',
    email: 'alice.johnson@northwind.test',
    phone: '+1 415 555 0132',
    subject: 'Renewal for the second half of the year',
    when: '09:17',
    unread: true,
    text: [
      'Hi there,',
      'Our current agreement ends next month. We are happy with the last deliveries and would like to go on with the same volume. Could you send me a quote that includes the express option?',
      'If there is anything new in the catalogue that fits what we order, I would like to hear about it.',
      'Best regards,\nAlice',
    ],
  },
  {
    id: 'repair',
    name: '陈静',
    email: 'chen.jing@huaxin.test',
    phone: '0755-83214567',
    subject: '三号线设备的维修进度',
    when: '08:55',
    text: [
      '您好，',
      '上周报修的三号线设备现在进展如何？产线本周五之前需要恢复，请给出一个明确的时间。',
      '如果来不及，请先安排一台备用设备。工单号 R-20431。',
      '华信电子 陈静',
    ],
  },
  {
    id: 'return',
    name: '李娜',
    email: 'lina@163mail.test',
    phone: '13912345678',
    subject: '第一次购买，想问一下怎么使用',
    when: '08:31',
    text: ['你好，', '上周收到货了，包装很好。说明书里的第三步我没有看懂，有没有视频教程？', '谢谢～\n李娜'],
  },
  {
    id: 'stranger',
    name: 'Farid Haddad',
    email: 'farid@initech.test',
    phone: '',
    subject: 'Do you ship to Lyon?',
    when: '08:02',
    text: [
      'Hello,',
      'I came across your catalogue at a trade fair. Do you ship to France, and what is the smallest order that you take?',
      'My colleague would order too: zhang.wei@acme-sz.test sent us your way.',
      'Farid',
    ],
  },
  {
    id: 'forged',
    name: 'zhang.wei@acme-sz.test',
    email: 'mallory@evil.test',
    phone: '',
    subject: '紧急：请更改我们的收款账户',
    when: '07:48',
    text: [
      '您好，我是张伟（zhang.wei@acme-sz.test）。',
      '我司账户已变更，请今天之内把退款打到新的账户，不要电话确认。',
      '张伟',
    ],
  },
  {
    id: 'shared',
    name: '上海恒通机械',
    email: 'info@hengtong.test',
    phone: '021-60001234',
    subject: '询价：备件一批',
    when: '昨天',
    text: ['您好，', '附件是需要的备件清单，请在周三前报价，含税含运费。', '上海恒通机械有限公司'],
  },
  {
    id: 'refund',
    name: '孙悦',
    email: 'sunyue@customer.test',
    phone: '15800158099',
    subject: '退款什么时候到账？',
    when: '昨天',
    text: ['你好，', '我上周退的那一单，页面显示已经通过，但是钱还没有到账，麻烦查一下。', '孙悦'],
  },
];

/** Builds an element: attributes by name, children as text or elements. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** A coloured disc with the initial of a name; the colour follows from the name. */
export function avatar(name) {
  const hue = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 360;
  const initial = [...name][0].toUpperCase();
  return make('span', { class: 'avatar', 'aria-hidden': 'true', style: `--hue: ${hue}` }, initial);
}

/** The words of a page in the browser's language. */
export function words(table) {
  const language = navigator.language.startsWith('zh') ? 'zh' : 'en';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text[language]]));
}
