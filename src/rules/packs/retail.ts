/** What shops look at: how often, what and how much. Equal in meaning in both spellings. */
export const retail = {
  en: `# How often they bought within a year
tier \`Visit frequency\` by frequency in last 12 months {
  Frequent from 12
  Normal from 4
  Occasional from 1
  None otherwise
}

# What they buy, and how
tag \`Large baskets\` weight 15
  when averageOrder >= quantile(averageOrder, 90%)
tag \`One category\` weight 5
  when frequency >= 3 and count(distinct orders.category) = 1
tag \`Many categories\` weight 10
  when count(distinct orders.category in last 12 months) >= 3
tag \`Weekend shopper\` weight 5
  when frequency >= 3 and share(orders where weekday of day >= 6) >= 60%
tag \`Returns much\` weight -10
  when count(orders) >= 3 and share(orders where status = "refunded") >= 30%

segment \`Lost regulars\`
  when frequency >= 12 and recency > 60 days
segment \`Regulars to be\`
  when \`Visit frequency\` = Normal and recency <= 30 days

action \`Call regulars back\` for \`Lost regulars\` priority 70 within 7 days
  say "{name}, it has been a while! What you usually buy is fresh in; show this message for our regulars' price."
action \`Invite to the club\` for \`Regulars to be\` priority 30 within 14 days
  say "Hello {name}, members collect points, and your recent orders count as well. Would you like to join?"

test frequent given { orders 12 of 80 within 300 days } expects tier \`Visit frequency\` = Frequent
test normal given { orders 11 of 80 within 300 days } expects tier \`Visit frequency\` = Normal
test \`normal from four\` given { orders 4 within 300 days, last 10 days ago } expects tier \`Visit frequency\` = Normal, segment \`Regulars to be\`, action \`Invite to the club\`
test occasional given { orders 3 within 300 days } expects tier \`Visit frequency\` = Occasional
test \`not this year\` given { orders 20 within 700 days, last 370 days ago } expects tier \`Visit frequency\` = None, segment \`Lost regulars\`, action \`Call regulars back\`
test \`still here\` given { orders 12 within 300 days, last 60 days ago } expects not segment \`Lost regulars\`
test \`one category\` given { orders 3 where category = "Coffee" } expects tag \`One category\`, not tag \`Many categories\`
test \`three categories\` given { orders 1 where category = "Coffee", orders 1 where category = "Tea", orders 1 where category = "Tools" } expects tag \`Many categories\`, not tag \`One category\`
test \`three in ten back\` given { orders 7, orders 3 where status = "refunded" } expects tag \`Returns much\`
test \`fewer back\` given { orders 8, orders 3 where status = "refunded" } expects not tag \`Returns much\`
test \`large is large\` always not tag \`Large baskets\` or averageOrder >= median(averageOrder)
`,
  zh: `# 近一年买得多勤
等级 到店频率 按 近12个月消费频次 {
  常客 达到 12
  普通 达到 4
  偶尔 达到 1
  未购 其余
}

# 买什么、怎么买
标签 大单客户 权重 15
  当 客单价 ≥ 分位数(客单价, 90%)
标签 专一品类 权重 5
  当 消费频次 ≥ 3 且 计数(不同 订单.品类) = 1
标签 多品类 权重 10
  当 计数(不同 近12个月订单.品类) ≥ 3
标签 周末购物 权重 5
  当 消费频次 ≥ 3 且 占比(订单 其中 星期几 订单日期 ≥ 6) ≥ 60%
标签 退货偏多 权重 -10
  当 计数(订单) ≥ 3 且 占比(订单 其中 状态 = "已退款") ≥ 30%

分群 流失的常客
  当 消费频次 ≥ 12 且 最近消费间隔 > 60天
分群 可培养为常客
  当 到店频率 = 普通 且 最近消费间隔 ≤ 30天

动作 常客召回 针对 流失的常客 优先级 70 限时 7天
  话术 "{姓名}，好久不见！您常买的商品到了新批次，凭此消息到店享老客户价。"
动作 邀请入会 针对 可培养为常客 优先级 30 限时 14天
  话术 "{姓名} 您好，加入会员即可累积积分，您近期的订单也会一并计入。"

测试 常客 假设 { 订单 12 笔 每单 80元 历时 300天 } 期望 等级 到店频率 = 常客
测试 普通 假设 { 订单 11 笔 每单 80元 历时 300天 } 期望 等级 到店频率 = 普通
测试 普通下限 假设 { 订单 4 笔 历时 300天 最近 10天前 } 期望 等级 到店频率 = 普通, 分群 可培养为常客, 动作 邀请入会
测试 偶尔 假设 { 订单 3 笔 历时 300天 } 期望 等级 到店频率 = 偶尔
测试 未购 假设 { 订单 20 笔 历时 700天 最近 370天前 } 期望 等级 到店频率 = 未购, 分群 流失的常客, 动作 常客召回
测试 常客未流失 假设 { 订单 12 笔 历时 300天 最近 60天前 } 期望 非 分群 流失的常客
测试 一个品类 假设 { 订单 3 笔 其中 品类 = "咖啡" } 期望 标签 专一品类, 非 标签 多品类
测试 三个品类 假设 { 订单 1 笔 其中 品类 = "咖啡", 订单 1 笔 其中 品类 = "茶", 订单 1 笔 其中 品类 = "器具" } 期望 标签 多品类, 非 标签 专一品类
测试 退货三成 假设 { 订单 7 笔, 订单 3 笔 其中 状态 = "已退款" } 期望 标签 退货偏多
测试 退货不到三成 假设 { 订单 8 笔, 订单 3 笔 其中 状态 = "已退款" } 期望 非 标签 退货偏多
测试 大单不多 恒有 非 标签 大单客户 或 客单价 ≥ 中位数(客单价)
`,
} as const;
