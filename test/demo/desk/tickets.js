// Tickets of a coffee company. `days` ago at `time`; 'agent' writes for us. Texts are in the customer's language.
export const tickets = [
  {
    number: 20445,
    requester: {
      name: '赵磊',
      email: 'zhao.lei@example-cn.test',
      phone: '13700007777',
      place: '四川 成都',
    },
    subject: '磨豆机研磨盘再次松动，要求换新或退款',
    state: 'open',
    urgent: true,
    channel: 'phone',
    product: '手摇磨豆机 M1',
    conversation: [
      {
        days: 12,
        time: '09:20',
        text: '磨豆机的研磨盘松了，磨出来的粉粗细不一，机器买来还不到一年。怎么寄修？',
      },
      {
        by: 'agent',
        days: 12,
        time: '10:05',
        text: '赵先生您好，已为您登记免费返修，运费由我们承担。收到后两个工作日内完成检修。',
      },
      {
        by: 'note',
        days: 6,
        time: '16:40',
        text: '维修部：已更换研磨盘并寄出，属第二次返修。',
      },
      {
        days: 0,
        time: '08:02',
        text: '寄回来用了三天，同样的问题又出现了！这是第三次。请直接给我换新机或者退款，不想再寄修了。今天之内请有人联系我。',
      },
    ],
  },
  {
    number: 20438,
    requester: {
      name: 'Alice Johnson',
      email: 'alice.johnson@northwind.test',
      phone: '+1 415 555 0132',
      place: 'San Francisco, California',
    },
    subject: 'Descaling light stays on after cleaning',
    state: 'open',
    channel: 'email',
    product: 'Lava One',
    conversation: [
      {
        days: 1,
        time: '17:12',
        text: 'Hi! The descaling light on one of our two machines stays on although we ran the full programme twice. Coffee tastes fine. Is it safe to go on using it, and can the light be reset?',
      },
      {
        by: 'agent',
        days: 1,
        time: '17:40',
        text: 'Hello Alice, it is safe to use. Hold the steam and water buttons together for five seconds while the machine warms up: that resets the counter. Does the light go out?',
      },
      {
        days: 0,
        time: '08:31',
        text: 'It went out and came back this morning. Since we are about to order two more for Oakland, could the technician have a look at this one on the same visit?',
      },
    ],
  },
  {
    number: 20431,
    requester: {
      name: '张伟',
      email: 'zhang.wei@acme-sz.test',
      phone: '13800138000',
      place: '广东 深圳',
    },
    subject: '搬迁后咖啡机重新安装',
    state: 'pending',
    channel: 'wechat',
    product: '半自动咖啡机 Lava One',
    conversation: [
      {
        days: 2,
        time: '14:18',
        text: '我们已经搬到新的办公室，两台咖啡机需要重新接水接电。请问能否安排师傅上门？新址在南山，停车方便。',
      },
      {
        by: 'agent',
        days: 2,
        time: '15:03',
        text: '张经理您好，可以安排。请问周四或周五下午哪个时间方便？安装约需一个半小时。',
      },
      { days: 1, time: '09:26', text: '周五下午两点以后都可以。到了请打我手机。' },
    ],
  },
  {
    number: 20424,
    requester: {
      name: '孙悦',
      email: 'sunyue@customer.test',
      phone: '15800158099',
      place: '江苏 苏州',
    },
    subject: '退款什么时候到账？',
    state: 'open',
    channel: 'web',
    product: '陶瓷滤杯 V2',
    conversation: [
      {
        days: 3,
        time: '19:55',
        text: '上周退的滤杯，页面显示退款已通过，可是钱还没有到账，麻烦帮我查一下。',
      },
    ],
  },
  {
    number: 20417,
    requester: { name: 'Nora Lindqvist', email: 'nora@fjordhus.test', phone: '', place: 'Oslo' },
    subject: 'Do you ship to Norway?',
    state: 'open',
    channel: 'web',
    product: '',
    conversation: [
      {
        days: 4,
        time: '12:10',
        text: 'Hello! I run a small guest house and would love to serve your Ethiopian beans. Do you ship to Oslo, and what is the smallest order?',
      },
    ],
  },
  {
    number: 20410,
    requester: {
      name: '陈静',
      email: 'chen.jing@huaxin.test',
      phone: '0755-83214567',
      place: '广东 深圳',
    },
    subject: '送货单少一套滤芯',
    state: 'solved',
    channel: 'phone',
    product: '滤芯与清洁套装',
    conversation: [
      { days: 6, time: '11:32', text: '昨天送到的货少了一套滤芯，送货单上写的是两套。' },
      { by: 'agent', days: 6, time: '11:58', text: '陈主管您好，非常抱歉，漏发的一套已补寄，明天上午送达。' },
      { days: 5, time: '10:20', text: '收到了，谢谢。' },
    ],
  },
];
