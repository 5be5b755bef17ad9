/** Who orders like the best, lately, and has not ordered for much yet. */
export const potentialHighValue = {
  en: 'averageOrder >= quantile(averageOrder, 80%) and monetary < quantile(monetary, 80%) and recency <= 90 days',
  zh: '客单价 ≥ 分位数(客单价, 80%) 且 消费金额 < 分位数(消费金额, 80%) 且 最近消费间隔 ≤ 90天',
};

/** Types of customers by what they are to the business. Equal in meaning in both spellings. */
export const types = {
  en: `# A customer is of one type at most, the first that fits; prospects and first orders are of none yet
segment \`Risk customers\` in group \`Customer types\` priority 50
  when frequency >= 2 and recency > 90 days
segment \`Core customers\` in group \`Customer types\` priority 40
  when frequency >= 2 and monetary >= quantile(monetary, 80%)
segment \`Loyal customers\` in group \`Customer types\` priority 30
  when frequency >= 3 and repurchaseRate >= 60% and days since firstOrder >= 365 days
segment \`Growth customers\` in group \`Customer types\` priority 20
  when frequency >= 2 and sum(orders.amount in last 6 months where status = "paid") > sum(orders.amount where status = "paid" and days since day >= 184 days)

# Orders like the best, but not many of them yet
tag \`Potential high value\` weight 15
  when ${potentialHighValue.en}

action \`Quarterly visit\` for \`Core customers\` priority 45 within 30 days
  say "Hello {name}, shall we look together at how the last quarter went and what you need next?"
action \`Win back at risk\` for \`Risk customers\` priority 65 within 3 days
  say "Hello {name}, your last order was {recency} days ago. Did anything go wrong that we can put right?"
action \`Thank for loyalty\` for \`Loyal customers\` priority 35 within 30 days
  say "Hello {name}, thank you for your loyalty. As a regular customer you get to try new products first."
action \`Offer more\` for \`Growth customers\` priority 25 within 14 days
  say "Hello {name}, your orders are growing. Shall I show you what goes well with them?"

test core given { frequency = 2, monetary = 900000, recency = 90 days } expects segment \`Core customers\`, action \`Quarterly visit\`
test \`one large order\` given { frequency = 1, monetary = 900000, recency = 10 days } expects not segment \`Core customers\`
test \`core long gone\` given { frequency = 9, monetary = 900000, recency = 91 days } expects segment \`Risk customers\`, not segment \`Core customers\`, action \`Win back at risk\`
test \`day 90 is no risk\` given { frequency = 2, monetary = 1, recency = 90 days } expects not segment \`Risk customers\`
test \`one order is no risk\` given { orders 1 last 400 days ago } expects not segment \`Risk customers\`
test loyal given { frequency = 3, monetary = 1, repurchaseRate = 60%, recency = 20 days, orders 3 of 1 within 400 days } expects segment \`Loyal customers\`
test \`not loyal within a year\` given { orders 3 of 1 within 364 days, last 10 days ago } expects not segment \`Loyal customers\`
test growing given { orders 1 of 100 last 300 days ago, orders 2 of 60 within 30 days } expects segment \`Growth customers\`, action \`Offer more\`
test \`not growing\` given { orders 1 of 120 last 300 days ago, orders 2 of 60 within 30 days } expects not segment \`Growth customers\`
test \`first order\` given { orders 1 last 5 days ago } expects not segment \`Growth customers\`
test \`large orders, few yet\` given { averageOrder = 900000, monetary = 1, recency = 90 days } expects tag \`Potential high value\`
test \`large orders long ago\` given { averageOrder = 900000, monetary = 1, recency = 91 days } expects not tag \`Potential high value\`
test \`potential is not yet core\` always not (tag \`Potential high value\` and segment \`Core customers\`)
test prospect given { kind = "Person" } expects not segment \`Core customers\`, not segment \`Loyal customers\`, not segment \`Growth customers\`, not segment \`Risk customers\`
test \`risk has ordered\` always not segment \`Risk customers\` or frequency >= 2
`,
  zh: `# 每位客户至多属于一类，靠前的优先；潜在客户与首单客户暂不归类
分群 风险客户 分组 客户类型 优先级 50
  当 消费频次 ≥ 2 且 最近消费间隔 > 90天
分群 核心客户 分组 客户类型 优先级 40
  当 消费频次 ≥ 2 且 消费金额 ≥ 分位数(消费金额, 80%)
分群 忠诚客户 分组 客户类型 优先级 30
  当 消费频次 ≥ 3 且 复购率 ≥ 60% 且 距今天数 首次下单日期 ≥ 365天
分群 成长客户 分组 客户类型 优先级 20
  当 消费频次 ≥ 2 且 求和(近6个月订单.金额 其中 状态 = "已付款") > 求和(订单.金额 其中 状态 = "已付款" 且 距今天数 订单日期 ≥ 184天)

# 单笔不输大客户，只是次数还少
标签 潜在高价值 权重 15
  当 ${potentialHighValue.zh}

动作 季度回访 针对 核心客户 优先级 45 限时 30天
  话术 "{姓名} 您好，想和您一起回顾上个季度的合作，看看接下来需要什么。"
动作 风险挽回 针对 风险客户 优先级 65 限时 3天
  话术 "{姓名} 您好，距您上次下单已有 {最近消费间隔} 天，是哪里让您不满意吗？我们马上改进。"
动作 感谢忠诚 针对 忠诚客户 优先级 35 限时 30天
  话术 "{姓名} 您好，感谢长期支持，作为老客户，新品将优先请您试用。"
动作 推荐搭配 针对 成长客户 优先级 25 限时 14天
  话术 "{姓名} 您好，看到您的订单越来越多，向您介绍几款合适的搭配好吗？"

测试 核心 假设 { 消费频次 = 2, 消费金额 = 90万元, 最近消费间隔 = 90天 } 期望 分群 核心客户, 动作 季度回访
测试 只有一个大单 假设 { 消费频次 = 1, 消费金额 = 90万元, 最近消费间隔 = 10天 } 期望 非 分群 核心客户
测试 久未来的核心 假设 { 消费频次 = 9, 消费金额 = 90万元, 最近消费间隔 = 91天 } 期望 分群 风险客户, 非 分群 核心客户, 动作 风险挽回
测试 第九十天不算风险 假设 { 消费频次 = 2, 消费金额 = 1元, 最近消费间隔 = 90天 } 期望 非 分群 风险客户
测试 一单不算风险 假设 { 订单 1 笔 最近 400天前 } 期望 非 分群 风险客户
测试 忠诚 假设 { 消费频次 = 3, 消费金额 = 1元, 复购率 = 60%, 最近消费间隔 = 20天, 订单 3 笔 每单 1元 历时 400天 } 期望 分群 忠诚客户
测试 一年内不算忠诚 假设 { 订单 3 笔 每单 1元 历时 364天 最近 10天前 } 期望 非 分群 忠诚客户
测试 成长 假设 { 订单 1 笔 每单 100元 最近 300天前, 订单 2 笔 每单 60元 历时 30天 } 期望 分群 成长客户, 动作 推荐搭配
测试 没有成长 假设 { 订单 1 笔 每单 120元 最近 300天前, 订单 2 笔 每单 60元 历时 30天 } 期望 非 分群 成长客户
测试 首单 假设 { 订单 1 笔 最近 5天前 } 期望 非 分群 成长客户
测试 大单还少 假设 { 客单价 = 90万元, 消费金额 = 1元, 最近消费间隔 = 90天 } 期望 标签 潜在高价值
测试 大单已久 假设 { 客单价 = 90万元, 消费金额 = 1元, 最近消费间隔 = 91天 } 期望 非 标签 潜在高价值
测试 潜在尚非核心 恒有 非 (标签 潜在高价值 且 分群 核心客户)
测试 潜在 假设 { 客户性质 = "个人" } 期望 非 分群 核心客户, 非 分群 忠诚客户, 非 分群 成长客户, 非 分群 风险客户
测试 风险必曾下单 恒有 非 分群 风险客户 或 消费频次 ≥ 2
`,
} as const;
