// The mail of a coffee company. `days` ago at `time`; texts are in the language of whoever writes.
export const inbox = [
  {
    id: 'renewal',
    from: { name: '张伟', email: 'zhang.wei@acme-sz.test' },
    days: 0,
    time: '09:42',
    unread: true,
    starred: true,
    subject: '年度办公咖啡合同与续订问题',
    text: `您好，

我们深圳办公室的年度咖啡供应合同月底到期。最近三个月因为搬迁没有下单，新址已经启用，大约 120 人办公。

续订之前想请您确认两件事：

一、半自动咖啡机的保养是否还包含在套餐里？去年的师傅很专业，希望继续由他负责。

二、如果改为每月 20kg 办公咖啡豆，单价能否再优惠一些？我们也收到了另一家供应商的报价。

希望本周内能收到新的报价单，方便的话也可以直接打我电话。

张伟
采购经理 · 深圳艾克美科技有限公司`,
  },
  {
    id: 'order',
    from: { name: 'Alice Johnson', email: 'alice.johnson@northwind.test' },
    days: 0,
    time: '08:15',
    unread: true,
    subject: 'Two more Lava One machines for the Oakland office',
    text: `Good morning,

The two espresso machines you sent last month are the most popular thing in the building. We are opening our Oakland office on the first and would like the same again:

2 × Lava One, 1 × G8 grinder, and 20 kg of the office blend every month.

Could you send a quote that includes installation? Same billing address as before, and the sooner the better: facilities wants to measure the counter next week.

Thanks,
Alice

Alice Johnson
Procurement, Northwind Traders`,
  },
  {
    id: 'complaint',
    from: { name: '赵磊', email: 'zhao.lei@example-cn.test' },
    days: 0,
    time: '07:58',
    unread: true,
    subject: '磨豆机第三次返修，非常失望！',
    text: `你们好，

这台手摇磨豆机已经是第三次出同样的问题了：研磨盘松动，磨出来粗细不均。前两次寄回来都说修好了，用不到一个星期又坏。

客服电话打了四次，每次都让我重新描述一遍，没有一个人知道之前发生过什么。

请今天给我一个明确的答复：换新机，还是退款。

赵磊`,
  },
  {
    id: 'newcomer',
    from: { name: '李娜', email: 'lina@163mail.test' },
    days: 1,
    time: '20:31',
    subject: '第一次手冲，请问水温多少合适？',
    text: `你好！

上周第一次在你们家买了咖啡豆，包装很漂亮。我是手冲新手，说明卡上写 88–92 度，可是我泡出来有点酸，是水温不够还是磨得太粗了？

另外想问一下，埃塞俄比亚那款适合新手吗？

谢谢～
李娜`,
  },
  {
    id: 'invoice',
    from: { name: '陈静', email: 'chen.jing@huaxin.test' },
    days: 1,
    time: '16:20',
    starred: true,
    files: ['采购订单_HX-2041.pdf'],
    subject: '采购订单 HX-2041 与增值税专用发票',
    text: `您好，

附件是本月的采购订单，共 40kg 办公咖啡豆和两套滤芯，请按原地址送到坪山工厂二号门。

发票请开增值税专用发票，抬头和税号不变。另外我们明年准备把三个厂区的茶水间统一采购，想了解服务年约的价格，可否安排一次上门介绍？

陈静
华信电子制造有限公司 采购部`,
  },
  {
    id: 'stranger',
    from: { name: 'Farid Rahimi', email: 'farid@initech.test' },
    days: 1,
    time: '11:05',
    subject: 'Coffee for a team of 35: where do we start?',
    text: `Hello,

A friend at Northwind recommended you. We are 35 people in one office and currently live on instant coffee, which has to stop.

What would you suggest for a start: a machine on lease, or beans and a good grinder first?

Best regards,
Farid Rahimi
Office lead, Initech`,
  },
  {
    id: 'price',
    from: { name: '恒通机械', email: 'info@hengtong.test' },
    days: 2,
    time: '14:47',
    subject: '询价：展会用挂耳咖啡 2000 包',
    text: `您好：

我司下月参加上海工业博览会，拟采购定制挂耳咖啡 2000 包作为展台礼品，需印制公司标识。

请报含税单价、最短交期和打样费用。

上海恒通机械有限公司`,
  },
  {
    id: 'forged',
    from: { name: 'zhang.wei@acme-sz.test', email: 'mallory@evil.test' },
    days: 2,
    time: '03:12',
    subject: '紧急：请更新我们的收款与收货信息',
    text: `您好，

我们公司更换了收货地址和联系电话，请把本月的货物全部改发到新地址，并把之前的押金退到下面的新账户。

事情很急，请今天之内处理，不用再打电话确认，原来的号码已经停用。

张伟 zhang.wei@acme-sz.test`,
  },
  {
    id: 'address',
    from: { name: "Bob O'Neil", email: 'bob@contoso.test' },
    days: 3,
    time: '17:36',
    subject: 'Moved offices: please change our delivery address',
    text: `Hi there,

We have moved two floors up, so please deliver to suite 900 from now on. It has been a while since our last order; we still have filters, but the beans ran out in spring and nobody noticed until now.

What is the current price of the 5 kg office blend?

Bob O'Neil
Contoso Ltd`,
  },
  {
    id: 'form',
    from: { name: 'Website contact form', email: 'no-reply@dawn-coffee.test' },
    replyTo: { name: 'Carla Méndez', email: 'carla.mendez@tiendanova.test' },
    days: 4,
    time: '10:22',
    subject: 'Contact form: wholesale prices for a small shop',
    text: `Topic: Wholesale

Name: Carla Méndez
Company: Tienda Nova

Message: I bought one of your gift boxes last year and my customers keep asking for it. Is there a wholesale price for ten boxes a month, and do you ship to Miami?`,
  },
  {
    id: 'gift',
    from: { name: '王芳', email: 'wangfang@qqmail.test' },
    days: 5,
    time: '15:09',
    subject: '中秋礼盒可以印我们公司的名字吗？',
    text: `你好，

去年的节日礼盒客户反馈很好，今年想订 30 份，盒子上能不能印“芳华贸易”四个字？最晚什么时候要确认数量？

还是老规矩，货到付款。

王芳`,
  },
  {
    id: 'vip',
    from: { name: '刘洋', email: 'liuyang+vip@gmailx.test' },
    days: 8,
    time: '21:44',
    subject: '下个月的庄园豆可以提前预留吗',
    text: `你好，

上次的瑰夏太惊艳了，下一批到货请帮我预留两公斤。另外订阅这个月先暂停一次，我要出差两周。

刘洋`,
  },
];

/** What we have written; it shows no card, for nobody is writing to us. */
export const sent = [
  {
    id: 'sent-quote',
    from: 'me',
    to: { name: 'Alice Johnson', email: 'alice.johnson@northwind.test' },
    days: 26,
    time: '14:02',
    subject: 'Your machines are on their way',
    text: `Hello Alice,

Both machines left our warehouse this morning. Our technician will call you to arrange the installation.

Kind regards,
Emma Clark`,
  },
  {
    id: 'sent-repair',
    from: 'me',
    to: { name: '赵磊', email: 'zhao.lei@example-cn.test' },
    days: 12,
    time: '10:40',
    subject: '回复：磨豆机维修进度',
    text: `赵先生您好，

您的磨豆机已完成检修并寄出，更换了新的研磨盘。如仍有问题请随时联系我们。

周敏`,
  },
];
