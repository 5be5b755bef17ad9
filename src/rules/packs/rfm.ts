import type { Language } from '../../i18n/index.ts';

/** Where the three measures are cut, as the language writes it. */
interface Cuts {
  readonly about: string;
  readonly recency: string;
  readonly frequency: string;
  readonly monetary: string;
}

/** The eight classes of recency, frequency and monetary value. Equal in meaning in both spellings. */
function rfm(cuts: Readonly<Record<Language, Cuts>>): Readonly<Record<Language, string>> {
  return { en: english(cuts.en), zh: chinese(cuts.zh) };
}

function english(by: Cuts): string {
  return `# Recency, frequency, monetary: ${by.about}; exactly at a threshold counts as high
tag \`R near\` when recency <= ${by.recency}
tag \`F high\` when frequency >= ${by.frequency}
tag \`M high\` when monetary >= ${by.monetary}

segment \`Key champions\` in group RFM priority 80 when tag \`R near\` and tag \`F high\` and tag \`M high\`
segment \`Key to develop\` in group RFM priority 70 when tag \`R near\` and not tag \`F high\` and tag \`M high\`
segment \`Key to keep\` in group RFM priority 60 when frequency >= 1 and not tag \`R near\` and tag \`F high\` and tag \`M high\`
segment \`Key to rescue\` in group RFM priority 50 when frequency >= 1 and not tag \`R near\` and not tag \`F high\` and tag \`M high\`
segment \`General value\` in group RFM priority 40 when tag \`R near\` and tag \`F high\` and not tag \`M high\`
segment \`General to develop\` in group RFM priority 30 when tag \`R near\` and not tag \`F high\` and not tag \`M high\`
segment \`General to keep\` in group RFM priority 20 when frequency >= 1 and not tag \`R near\` and tag \`F high\` and not tag \`M high\`
segment \`General to rescue\` in group RFM priority 10 when frequency >= 1 and not tag \`R near\` and not tag \`F high\` and not tag \`M high\`

action \`Personal call\` for \`Key champions\` priority 40 within 30 days
  say "Hello {name}, I am your personal contact. You get to see what is new before anybody else."
action \`Win back key customer\` for \`Key to keep\` priority 70 within 3 days
  say "Hello {name}, you have not ordered for {recency} days. May I ask what you need at the moment?"

test \`all high\` given { recency = 1 day, frequency = 60, monetary = 900000 } expects segment \`Key champions\`, action \`Personal call\`
test \`near and rich\` given { recency = 1 day, frequency = 1, monetary = 900000 } expects segment \`Key to develop\`
test \`rich but long gone\` given { recency = 900 days, frequency = 60, monetary = 900000 } expects segment \`Key to keep\`, action \`Win back key customer\`
test \`one large order long ago\` given { recency = 900 days, frequency = 1, monetary = 900000 } expects segment \`Key to rescue\`
test \`often and little\` given { recency = 1 day, frequency = 60, monetary = 60 } expects segment \`General value\`
test \`new and little\` given { recency = 1 day, frequency = 1, monetary = 60 } expects segment \`General to develop\`
test \`once often, little\` given { recency = 900 days, frequency = 60, monetary = 60 } expects segment \`General to keep\`
test \`once only\` given { recency = 900 days, frequency = 1, monetary = 60 } expects segment \`General to rescue\`
test \`never bought\` given { kind = "Person" } expects not segment \`General to rescue\`, not segment \`General to develop\`
test \`a class for every buyer\` always frequency = 0 or segment \`Key champions\` or segment \`Key to develop\` or segment \`Key to keep\` or segment \`Key to rescue\` or segment \`General value\` or segment \`General to develop\` or segment \`General to keep\` or segment \`General to rescue\`
test \`key is rich\` always not (segment \`Key champions\` or segment \`Key to develop\` or segment \`Key to keep\` or segment \`Key to rescue\`) or tag \`M high\`
`;
}

function chinese(by: Cuts): string {
  return `# R 近、F 频、M 额：${by.about}，恰好等于门槛算高
标签 R近 当 最近消费间隔 ≤ ${by.recency}
标签 F高 当 消费频次 ≥ ${by.frequency}
标签 M高 当 消费金额 ≥ ${by.monetary}

分群 重要价值客户 分组 RFM 优先级 80 当 标签 R近 且 标签 F高 且 标签 M高
分群 重要发展客户 分组 RFM 优先级 70 当 标签 R近 且 非 标签 F高 且 标签 M高
分群 重要保持客户 分组 RFM 优先级 60 当 消费频次 ≥ 1 且 非 标签 R近 且 标签 F高 且 标签 M高
分群 重要挽留客户 分组 RFM 优先级 50 当 消费频次 ≥ 1 且 非 标签 R近 且 非 标签 F高 且 标签 M高
分群 一般价值客户 分组 RFM 优先级 40 当 标签 R近 且 标签 F高 且 非 标签 M高
分群 一般发展客户 分组 RFM 优先级 30 当 标签 R近 且 非 标签 F高 且 非 标签 M高
分群 一般保持客户 分组 RFM 优先级 20 当 消费频次 ≥ 1 且 非 标签 R近 且 标签 F高 且 非 标签 M高
分群 一般挽留客户 分组 RFM 优先级 10 当 消费频次 ≥ 1 且 非 标签 R近 且 非 标签 F高 且 非 标签 M高

动作 专属回访 针对 重要价值客户 优先级 40 限时 30天
  话术 "{姓名} 您好，我是您的专属客服，新品将优先为您预留。"
动作 重点召回 针对 重要保持客户 优先级 70 限时 3天
  话术 "{姓名} 您好，您已有 {最近消费间隔} 天没有下单，想了解一下您最近的需求。"

测试 三高 假设 { 最近消费间隔 = 1天, 消费频次 = 60, 消费金额 = 90万元 } 期望 分群 重要价值客户, 动作 专属回访
测试 近而额高 假设 { 最近消费间隔 = 1天, 消费频次 = 1, 消费金额 = 90万元 } 期望 分群 重要发展客户
测试 久未来的大客户 假设 { 最近消费间隔 = 900天, 消费频次 = 60, 消费金额 = 90万元 } 期望 分群 重要保持客户, 动作 重点召回
测试 久未来的大单 假设 { 最近消费间隔 = 900天, 消费频次 = 1, 消费金额 = 90万元 } 期望 分群 重要挽留客户
测试 常来小额 假设 { 最近消费间隔 = 1天, 消费频次 = 60, 消费金额 = 60元 } 期望 分群 一般价值客户
测试 新来小额 假设 { 最近消费间隔 = 1天, 消费频次 = 1, 消费金额 = 60元 } 期望 分群 一般发展客户
测试 曾常来小额 假设 { 最近消费间隔 = 900天, 消费频次 = 60, 消费金额 = 60元 } 期望 分群 一般保持客户
测试 只来过一次 假设 { 最近消费间隔 = 900天, 消费频次 = 1, 消费金额 = 60元 } 期望 分群 一般挽留客户
测试 没买过 假设 { 客户性质 = "个人" } 期望 非 分群 一般挽留客户, 非 分群 一般发展客户
测试 买过必有类 恒有 消费频次 = 0 或 分群 重要价值客户 或 分群 重要发展客户 或 分群 重要保持客户 或 分群 重要挽留客户 或 分群 一般价值客户 或 分群 一般发展客户 或 分群 一般保持客户 或 分群 一般挽留客户
测试 重要即高额 恒有 非 (分群 重要价值客户 或 分群 重要发展客户 或 分群 重要保持客户 或 分群 重要挽留客户) 或 标签 M高
`;
}

/** Cut at the mean over all customers. */
export const rfmByMean = rfm({
  en: {
    about: 'cut at the mean over all customers',
    recency: 'mean(recency)',
    frequency: 'mean(frequency)',
    monetary: 'mean(monetary)',
  },
  zh: {
    about: '以全部客户的均值为门槛',
    recency: '均值(最近消费间隔)',
    frequency: '均值(消费频次)',
    monetary: '均值(消费金额)',
  },
});

/** Cut at the median, which a few large customers do not move. */
export const rfmByMedian = rfm({
  en: {
    about: 'cut at the median, which a few large customers do not move',
    recency: 'median(recency)',
    frequency: 'median(frequency)',
    monetary: 'median(monetary)',
  },
  zh: {
    about: '以中位数为门槛，不受少数大客户影响',
    recency: '中位数(最近消费间隔)',
    frequency: '中位数(消费频次)',
    monetary: '中位数(消费金额)',
  },
});

/** Cut at fixed numbers, so that a class does not change because others buy more. */
export const rfmByNumbers = rfm({
  en: {
    about: 'cut at fixed numbers, so that nobody changes class because others buy more',
    recency: '90 days',
    frequency: '5',
    monetary: '2000',
  },
  zh: {
    about: '以固定数值为门槛，不因别人多买而变动',
    recency: '90天',
    frequency: '5',
    monetary: '2000元',
  },
});
