/** How customers buy: frequent, infrequent, churned. Equal in meaning in both spellings. */
export const behaviour = {
  en: `# Everybody who ever bought is of exactly one behaviour
segment \`Churned buyers\` in group Behaviour priority 30
  when frequency >= 1 and recency > 90 days
segment \`Frequent buyers\` in group Behaviour priority 20
  when frequency in last 6 months >= 5
segment \`Infrequent buyers\` in group Behaviour priority 10
  when frequency >= 1

tag \`Slowing down\` weight -5
  when segment \`Frequent buyers\` and frequency in last 3 months < frequency in last 6 months - frequency in last 3 months

action \`Ask for the reason\` for \`Churned buyers\` priority 55 within 7 days
  say "Hello {name}, it has been {recency} days. Two questions would help us to serve you better; may I send them?"
action \`Remind of refill\` for \`Infrequent buyers\` priority 15 within 30 days
  say "Hello {name}, is there anything you are running out of? I can put together your usual order."

test \`five in half a year\` given { orders 5 of 100 within 150 days } expects segment \`Frequent buyers\`
test \`four in half a year\` given { orders 4 of 100 within 150 days } expects segment \`Infrequent buyers\`, not segment \`Frequent buyers\`, action \`Remind of refill\`
test \`first order\` given { orders 1 last 5 days ago } expects segment \`Infrequent buyers\`
test \`day 90\` given { orders 1 last 90 days ago } expects segment \`Infrequent buyers\`, not segment \`Churned buyers\`
test \`day 91\` given { orders 1 last 91 days ago } expects segment \`Churned buyers\`, action \`Ask for the reason\`
test \`churned however often\` given { orders 20 within 170 days, last 95 days ago } expects segment \`Churned buyers\`, not segment \`Frequent buyers\`
test \`never bought\` given { kind = "Person" } expects not segment \`Churned buyers\`, not segment \`Infrequent buyers\`
test \`only a refund\` given { orders 1 last 200 days ago where status = "refunded" } expects not segment \`Churned buyers\`
test \`slows down\` given { orders 5 within 160 days, last 120 days ago, orders 1 last 10 days ago } expects tag \`Slowing down\`
test \`does not slow down\` given { orders 6 within 60 days, last 5 days ago } expects segment \`Frequent buyers\`, not tag \`Slowing down\`
test \`one behaviour for every buyer\` always frequency = 0 or segment \`Churned buyers\` or segment \`Frequent buyers\` or segment \`Infrequent buyers\`
test \`churned have ordered\` always not segment \`Churned buyers\` or frequency >= 1
`,
  zh: `# 买过的客户恰好属于一种购买行为
分群 流失购买者 分组 购买行为 优先级 30
  当 消费频次 ≥ 1 且 最近消费间隔 > 90天
分群 频繁购买者 分组 购买行为 优先级 20
  当 近6个月消费频次 ≥ 5
分群 偶尔购买者 分组 购买行为 优先级 10
  当 消费频次 ≥ 1

标签 购买放缓 权重 -5
  当 分群 频繁购买者 且 近3个月消费频次 < 近6个月消费频次 - 近3个月消费频次

动作 询问原因 针对 流失购买者 优先级 55 限时 7天
  话术 "{姓名} 您好，您已有 {最近消费间隔} 天没有下单，可以请您回答两个小问题，帮助我们改进吗？"
动作 补货提醒 针对 偶尔购买者 优先级 15 限时 30天
  话术 "{姓名} 您好，常用的商品快用完了吗？我可以为您备好上次的订单。"

测试 半年五单 假设 { 订单 5 笔 每单 100元 历时 150天 } 期望 分群 频繁购买者
测试 半年四单 假设 { 订单 4 笔 每单 100元 历时 150天 } 期望 分群 偶尔购买者, 非 分群 频繁购买者, 动作 补货提醒
测试 首单 假设 { 订单 1 笔 最近 5天前 } 期望 分群 偶尔购买者
测试 第九十天 假设 { 订单 1 笔 最近 90天前 } 期望 分群 偶尔购买者, 非 分群 流失购买者
测试 第九十一天 假设 { 订单 1 笔 最近 91天前 } 期望 分群 流失购买者, 动作 询问原因
测试 再频繁也流失 假设 { 订单 20 笔 历时 170天 最近 95天前 } 期望 分群 流失购买者, 非 分群 频繁购买者
测试 没买过 假设 { 客户性质 = "个人" } 期望 非 分群 流失购买者, 非 分群 偶尔购买者
测试 只退不买 假设 { 订单 1 笔 最近 200天前 其中 状态 = "已退款" } 期望 非 分群 流失购买者
测试 放缓 假设 { 订单 5 笔 历时 160天 最近 120天前, 订单 1 笔 最近 10天前 } 期望 标签 购买放缓
测试 没有放缓 假设 { 订单 6 笔 历时 60天 最近 5天前 } 期望 分群 频繁购买者, 非 标签 购买放缓
测试 买过必有行为 恒有 消费频次 = 0 或 分群 流失购买者 或 分群 频繁购买者 或 分群 偶尔购买者
测试 流失必曾下单 恒有 非 分群 流失购买者 或 消费频次 ≥ 1
`,
} as const;
