/** Stages of the life cycle, from prospect to churned. Equal in meaning in both spellings. */
export const lifecycle = {
  en: `# Every customer is in exactly one stage; the earlier ones come first
segment Prospects in group Lifecycle priority 50
  when frequency = 0
segment \`New customers\` in group Lifecycle priority 40
  when days since firstOrder <= 30 days
segment Active in group Lifecycle priority 30
  when recency <= 90 days
segment \`At risk\` in group Lifecycle priority 20
  when recency <= 180 days
segment Churned in group Lifecycle
  otherwise

action \`First guide\` for \`New customers\` priority 50 within 7 days
  say "Hello {name}, thank you for your first order. Here is how to get started; just write if anything is unclear."
action \`Ask what is wrong\` for \`At risk\` priority 60 within 3 days
  say "Hello {name}, you have not ordered for {recency} days. Is there anything we could do better?"

test \`never bought\` given { kind = "Person" } expects segment Prospects
test \`day 30\` given { orders 1 last 30 days ago } expects segment \`New customers\`, not segment Active
test \`day 31\` given { orders 1 last 31 days ago } expects segment Active
test \`day 90\` given { orders 2 last 90 days ago } expects segment Active, not action \`Ask what is wrong\`
test \`day 91\` given { orders 2 last 91 days ago } expects segment \`At risk\`, action \`Ask what is wrong\`
test \`half a year\` given { orders 2 last 180 days ago } expects segment \`At risk\`
test \`after half a year\` given { orders 2 last 181 days ago } expects segment Churned
test \`only a refund\` given { orders 1 last 5 days ago where status = "refunded" } expects segment Prospects
test \`risk has ordered\` always not segment \`At risk\` or frequency >= 1
test \`a stage for everybody\` always segment Prospects or segment \`New customers\` or segment Active or segment \`At risk\` or segment Churned
`,
  zh: `# 每位客户恰好处于一个阶段，靠前的优先
分群 潜在客户 分组 生命周期 优先级 50
  当 消费频次 = 0
分群 新客户群 分组 生命周期 优先级 40
  当 距今天数 首次下单日期 ≤ 30天
分群 活跃客户 分组 生命周期 优先级 30
  当 最近消费间隔 ≤ 90天
分群 流失风险 分组 生命周期 优先级 20
  当 最近消费间隔 ≤ 180天
分群 已流失 分组 生命周期
  其余

动作 新手引导 针对 新客户群 优先级 50 限时 7天
  话术 "{姓名} 您好，感谢首次惠顾，附上使用指南，有问题请随时联系我。"
动作 挽回关怀 针对 流失风险 优先级 60 限时 3天
  话术 "{姓名} 您好，您已有 {最近消费间隔} 天没有下单，是哪里没有让您满意吗？"

测试 没买过 假设 { 客户性质 = "个人" } 期望 分群 潜在客户
测试 第三十天 假设 { 订单 1 笔 最近 30天前 } 期望 分群 新客户群, 非 分群 活跃客户
测试 第三十一天 假设 { 订单 1 笔 最近 31天前 } 期望 分群 活跃客户
测试 第九十天 假设 { 订单 2 笔 最近 90天前 } 期望 分群 活跃客户, 非 动作 挽回关怀
测试 第九十一天 假设 { 订单 2 笔 最近 91天前 } 期望 分群 流失风险, 动作 挽回关怀
测试 半年 假设 { 订单 2 笔 最近 180天前 } 期望 分群 流失风险
测试 半年以后 假设 { 订单 2 笔 最近 181天前 } 期望 分群 已流失
测试 只退不买 假设 { 订单 1 笔 最近 5天前 其中 状态 = "已退款" } 期望 分群 潜在客户
测试 风险必曾下单 恒有 非 分群 流失风险 或 消费频次 ≥ 1
测试 人人有阶段 恒有 分群 潜在客户 或 分群 新客户群 或 分群 活跃客户 或 分群 流失风险 或 分群 已流失
`,
} as const;
