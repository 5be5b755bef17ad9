/** Tags of four dimensions: basic, transactions, potential, service. Equal in meaning in both spellings. */
export const guides = {
  en: `# Basic: who the customer is
tag Private when kind = "Person"
tag Business when kind = "Company"
tag \`Channel partner\` when labels contains "Channel partner"
tag Supplier when labels contains "Supplier"
tag \`Large company\` when size = "Large"
tag \`Medium company\` when size = "Medium"
tag \`Small company\` when size in ["Small", "Micro"]
tag Manufacturer when industry = "Manufacturing"
tag \`East China\` when region = "East China"
tag \`South China\` when region = "South China"
tag \`North China\` when region = "North China"

# Transactions: how often, how much, how recently
tier \`Order frequency\` by frequency in last 6 months {
  High from 5
  Mid from 2
  Low otherwise
}
tier \`Basket level\` by averageOrder {
  High from 150% of mean
  Mid from 50% of mean
  Low from 0
}
tag \`Bought lately\` when recency <= 30 days
tag \`Quiet for a while\` when recency between 31 days and 90 days
tag \`Quiet for long\` when recency >= 91 days

# Potential: loyalty and upselling
tier \`Repurchase loyalty\` by repurchaseRate {
  High from 60%
  Mid from 30%
  Low from 0%
}
tag \`Upsell potential\` weight 10
  when frequency >= 2 and count(distinct orders.product where status = "paid") > count(distinct orders.product where status = "paid" and days since day >= 365 days)
tag \`High value\` weight 30
  when frequency in last 6 months >= 5 and averageOrder >= 150% of mean(averageOrder)

# Service: how they write and what about
tag \`Prefers phone\` when most common(interactions.channel where kind = "consultation") = "Phone"
tag \`Prefers online\` when most common(interactions.channel where kind = "consultation") = "Online"
tag \`Prefers e-mail\` when most common(interactions.channel where kind = "consultation") = "E-mail"
tag \`Asks about use\` when most common(interactions.topic) = "Product use"
tag \`Asks for repair\` when most common(interactions.topic) = "Repair"
tag \`Asks to cooperate\` when most common(interactions.topic) = "Cooperation"

test \`company size\` given { kind = "Company", size = "Micro", industry = "Manufacturing", region = "East China" }
  expects tag Business, tag \`Small company\`, not tag \`Large company\`, tag Manufacturer, tag \`East China\`, not tag \`South China\`
test \`manual tag\` given { labels contains "Supplier" } expects tag Supplier, not tag \`Channel partner\`
test \`high from five\` given { orders 5 of 100 within 150 days } expects tier \`Order frequency\` = High
test \`four is mid\` given { orders 4 of 100 within 150 days } expects tier \`Order frequency\` = Mid
test \`two is mid\` given { orders 2 within 150 days } expects tier \`Order frequency\` = Mid
test \`one is low\` given { orders 1 } expects tier \`Order frequency\` = Low
test \`old orders do not count\` given { orders 5 within 400 days, last 200 days ago } expects tier \`Order frequency\` = Low
test \`day 30\` given { recency = 30 days } expects tag \`Bought lately\`, not tag \`Quiet for a while\`
test \`day 31\` given { recency = 31 days } expects tag \`Quiet for a while\`, not tag \`Bought lately\`
test \`day 90\` given { recency = 90 days } expects tag \`Quiet for a while\`, not tag \`Quiet for long\`
test \`day 91\` given { recency = 91 days } expects tag \`Quiet for long\`, not tag \`Quiet for a while\`
test \`60 % is high\` given { repurchaseRate = 60% } expects tier \`Repurchase loyalty\` = High
test \`below 60 %\` given { repurchaseRate = 59.9% } expects tier \`Repurchase loyalty\` = Mid
test \`30 % is mid\` given { repurchaseRate = 30% } expects tier \`Repurchase loyalty\` = Mid
test \`below 30 %\` given { repurchaseRate = 29.9% } expects tier \`Repurchase loyalty\` = Low
test \`bought something new\` given { orders 2 last 400 days ago where product = "Old", orders 1 last 10 days ago where product = "New" } expects tag \`Upsell potential\`
test \`nothing new\` given { orders 2 last 400 days ago where product = "Old", orders 1 last 10 days ago where product = "Old" } expects not tag \`Upsell potential\`
test contacts given { interactions 3 where kind = "consultation" and channel = "Phone" and topic = "Repair", interactions 1 where kind = "consultation" and channel = "Online" and topic = "Product use" }
  expects tag \`Prefers phone\`, not tag \`Prefers online\`, tag \`Asks for repair\`, not tag \`Asks about use\`
test \`bands do not overlap\` always not (tag \`Bought lately\` and tag \`Quiet for a while\`), not (tag \`Quiet for a while\` and tag \`Quiet for long\`)
test \`high value buys often\` always not tag \`High value\` or \`Order frequency\` = High
`,
  zh: `# 基本维度：客户是谁
标签 个人客户 当 客户性质 = "个人"
标签 企业客户 当 客户性质 = "企业"
标签 渠道伙伴 当 手工标签 包含 "渠道伙伴"
标签 供应商 当 手工标签 包含 "供应商"
标签 大型企业 当 企业规模 = "大型"
标签 中型企业 当 企业规模 = "中型"
标签 小微企业 当 企业规模 在 ["小型", "微型"]
标签 制造业客户 当 行业 = "制造业"
标签 华东客户 当 区域 = "华东"
标签 华南客户 当 区域 = "华南"
标签 华北客户 当 区域 = "华北"

# 交易维度：买得多勤、多大、多近
等级 购买频率 按 近6个月消费频次 {
  高 达到 5
  中 达到 2
  低 其余
}
等级 客单水平 按 客单价 {
  高 达到 均值的150%
  中 达到 均值的50%
  低 达到 0元
}
标签 近期购买 当 最近消费间隔 ≤ 30天
标签 近期未购 当 最近消费间隔 介于 31天 到 90天
标签 长期未购 当 最近消费间隔 ≥ 91天

# 价值潜力维度：忠诚与增购
等级 复购忠诚度 按 复购率 {
  高 达到 60%
  中 达到 30%
  低 达到 0%
}
标签 增购潜力 权重 10
  当 消费频次 ≥ 2 且 计数(不同 订单.商品 其中 状态 = "已付款") > 计数(不同 订单.商品 其中 状态 = "已付款" 且 距今天数 订单日期 ≥ 365天)
标签 高价值客户 权重 30
  当 近6个月消费频次 ≥ 5 且 客单价 ≥ 均值(客单价)的150%

# 服务需求维度：怎么联系、问什么
标签 偏好电话 当 最常见(互动.联系渠道 其中 类型 = "咨询") = "电话"
标签 偏好在线 当 最常见(互动.联系渠道 其中 类型 = "咨询") = "在线"
标签 偏好邮件 当 最常见(互动.联系渠道 其中 类型 = "咨询") = "邮件"
标签 多为使用问题 当 最常见(互动.问题类型) = "产品使用"
标签 多为维修 当 最常见(互动.问题类型) = "售后维修"
标签 多为合作洽谈 当 最常见(互动.问题类型) = "合作洽谈"

测试 企业规模 假设 { 客户性质 = "企业", 企业规模 = "微型", 行业 = "制造业", 区域 = "华东" }
  期望 标签 企业客户, 标签 小微企业, 非 标签 大型企业, 标签 制造业客户, 标签 华东客户, 非 标签 华南客户
测试 手工标签 假设 { 手工标签 包含 "供应商" } 期望 标签 供应商, 非 标签 渠道伙伴
测试 高频下限 假设 { 订单 5 笔 每单 100元 历时 150天 } 期望 等级 购买频率 = 高
测试 中频上限 假设 { 订单 4 笔 每单 100元 历时 150天 } 期望 等级 购买频率 = 中
测试 中频下限 假设 { 订单 2 笔 历时 150天 } 期望 等级 购买频率 = 中
测试 低频 假设 { 订单 1 笔 } 期望 等级 购买频率 = 低
测试 旧订单不算 假设 { 订单 5 笔 历时 400天 最近 200天前 } 期望 等级 购买频率 = 低
测试 第三十天 假设 { 最近消费间隔 = 30天 } 期望 标签 近期购买, 非 标签 近期未购
测试 第三十一天 假设 { 最近消费间隔 = 31天 } 期望 标签 近期未购, 非 标签 近期购买
测试 第九十天 假设 { 最近消费间隔 = 90天 } 期望 标签 近期未购, 非 标签 长期未购
测试 第九十一天 假设 { 最近消费间隔 = 91天 } 期望 标签 长期未购, 非 标签 近期未购
测试 忠诚高 假设 { 复购率 = 60% } 期望 等级 复购忠诚度 = 高
测试 忠诚中 假设 { 复购率 = 59.9% } 期望 等级 复购忠诚度 = 中
测试 忠诚中下限 假设 { 复购率 = 30% } 期望 等级 复购忠诚度 = 中
测试 忠诚低 假设 { 复购率 = 29.9% } 期望 等级 复购忠诚度 = 低
测试 买了新品 假设 { 订单 2 笔 最近 400天前 其中 商品 = "旧品", 订单 1 笔 最近 10天前 其中 商品 = "新品" } 期望 标签 增购潜力
测试 只买旧品 假设 { 订单 2 笔 最近 400天前 其中 商品 = "旧品", 订单 1 笔 最近 10天前 其中 商品 = "旧品" } 期望 非 标签 增购潜力
测试 联系方式 假设 { 互动 3 次 其中 类型 = "咨询" 且 联系渠道 = "电话" 且 问题类型 = "售后维修", 互动 1 次 其中 类型 = "咨询" 且 联系渠道 = "在线" 且 问题类型 = "产品使用" }
  期望 标签 偏好电话, 非 标签 偏好在线, 标签 多为维修, 非 标签 多为使用问题
测试 时段不重叠 恒有 非 (标签 近期购买 且 标签 近期未购), 非 (标签 近期未购 且 标签 长期未购)
测试 高价值必高频 恒有 非 标签 高价值客户 或 购买频率 = 高
`,
} as const;
