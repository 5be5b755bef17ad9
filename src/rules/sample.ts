/** The rules that a new workspace begins with, named as either language would: equal in meaning. */
export const sampleRules = {
  en: `# What customers are measured by
metric purchases = count(orders where status = "paid")
metric basket = avg(orders.amount in last 12 months where status = "paid")
metric \`repeat share\` = share(orders in last 12 months where repeat)

# Value
tag \`High value\` weight 30
  when purchases in last 6 months >= 5 and basket >= 150% of mean(basket)

tag \`Key account\` weight 20
  when industry = "Manufacturing" and size = "Large" and recency <= 30 days

tag Returning weight 10
  when purchases >= 2 and recency <= 180 days

tag \`New customer\` weight 5
  when days since firstOrder <= 30 days

# Service
metric \`recent complaints\` = count(interactions in last 30 days where topic = "complaint")

tag \`Open complaint\` weight -10
  when \`recent complaints\` >= 1

tag Satisfied weight 5
  when satisfaction >= 4 and count(interactions.csat) >= 2

tier Loyalty by \`repeat share\` {
  High from 60% keep 55%
  Mid from 30% keep 25%
  Low otherwise
}

# Who is looked after together
segment \`Churn risk\`
  when tag \`High value\` and recency > 90 days and not channel in ["广告", "活动"]

segment Dormant
  when purchases >= 1 and recency > 180 days

segment \`First steps\`
  when tag \`New customer\` and purchases = 1

segment Loyal
  when Loyalty = High and purchases >= 3 and recency <= 90 days

# What to do next
action \`Call back\` for \`Churn risk\` priority 80 within 3 days
  say "Hello {name}, we have not heard from you for {recency} days. This month a {coupon} voucher is set aside for you."

action Apologise for \`Open complaint\` priority 90 within 1 day
  say "Hello {name}, we are working on what you reported. I am looking after it myself and will get back to you today."

action \`Win back\` for Dormant priority 40 within 14 days
  suitable when not tag \`Open complaint\`
  say "{name}, it has been a while! Your last order was on {lastOrder}. Come back and take {coupon} off your next one."

action Welcome for \`First steps\` priority 50 within 7 days
  say "Hello {name}, thank you for your first order! If anything is unclear, just write to me."

action \`Thank you\` for Loyal priority 20 within 30 days
  suitable when not tag \`Open complaint\`
  say "{name}, thank you for {purchases} orders. You get to see what is new before anybody else."

# Customers made up at the limits of the rules: a test fails as soon as an edit moves one
test \`regular, large baskets\` given { orders 5 of 600, mean(basket) = 400 }
  expects tag \`High value\`, tag Returning, not segment \`Churn risk\`
test \`regular, usual baskets\` given { orders 9 of 599, mean(basket) = 400 }
  expects not tag \`High value\`
test \`large baskets, too rarely\` given { orders 5 of 600 within 7 months, mean(basket) = 400 }
  expects not tag \`High value\`
test \`high value, gone quiet\` given { orders 5 of 600 within 5 months, last 91 days ago, mean(basket) = 400 }
  expects segment \`Churn risk\`, action \`Call back\`
test \`high value, not quiet yet\` given { orders 5 of 600 within 5 months, last 90 days ago, mean(basket) = 400 }
  expects tag \`High value\`, not segment \`Churn risk\`
test \`high value, came by an advert\` given { channel = "广告", orders 5 of 600 within 5 months, last 91 days ago, mean(basket) = 400 }
  expects tag \`High value\`, not segment \`Churn risk\`
test \`an order of last year\` given { orders 2 of 600 within 13 months, last 370 days ago }
  expects basket is unknown, \`repeat share\` is unknown, segment Dormant

# Key accounts
test \`large maker, active\` given { industry = "Manufacturing", size = "Large", recency = 30 days }
  expects tag \`Key account\`
test \`large maker, silent for a month\` given { industry = "Manufacturing", size = "Large", recency = 31 days }
  expects not tag \`Key account\`
test \`small maker\` given { industry = "Manufacturing", size = "Small", recency = 30 days }
  expects not tag \`Key account\`
test \`large, but no maker\` given { industry = "Retail", size = "Large", recency = 30 days }
  expects not tag \`Key account\`

# How long ago, how many
test \`second order half a year ago\` given { orders 2 of 100, last 180 days ago }
  expects tag Returning, not segment Dormant
test \`second order longer ago\` given { orders 2 of 100, last 181 days ago }
  expects not tag Returning, segment Dormant, action \`Win back\`
test \`one order longer ago\` given { orders 1 of 100, last 181 days ago }
  expects segment Dormant
test \`first order a month ago\` given { orders 1 of 100, last 30 days ago }
  expects not tag Returning, segment \`First steps\`, action Welcome
test \`first order longer ago\` given { orders 1 of 100, last 31 days ago }
  expects not tag \`New customer\`, not segment \`First steps\`
test \`two orders in the first month\` given { orders 2 of 100 within 20 days }
  expects tag \`New customer\`, not segment \`First steps\`

# Complaints and marks
test \`a complaint\` given { interactions 1, last 29 days ago where topic = "complaint" }
  expects tag \`Open complaint\`, action Apologise
test \`an old complaint\` given { interactions 1, last 30 days ago where topic = "complaint" }
  expects not tag \`Open complaint\`
test \`dormant, but with a complaint\` given { orders 1 of 100, last 181 days ago, interactions 1 where topic = "complaint" }
  expects segment Dormant, not action \`Win back\`
test \`loyal, but with a complaint\` given { orders 3 of 100, last 90 days ago, interactions 1 where topic = "complaint" }
  expects segment Loyal, not action \`Thank you\`
test \`a question\` given { interactions 1 where topic = "enquiry" }
  expects not tag \`Open complaint\`
test \`good marks\` given { interactions 2 where csat = 4 } expects tag Satisfied
test \`middling marks\` given { interactions 2 where csat = 3 } expects not tag Satisfied
test \`one good mark\` given { interactions 1 where csat = 5 } expects not tag Satisfied

# Loyalty
test \`60% are repeats\` given { \`repeat share\` = 60% } expects Loyalty = High
test \`59% are repeats\` given { \`repeat share\` = 59% } expects Loyalty = Mid
test \`30% are repeats\` given { \`repeat share\` = 30% } expects Loyalty = Mid
test \`29% are repeats\` given { \`repeat share\` = 29% } expects Loyalty = Low
test loyal given { orders 3 of 100, last 90 days ago }
  expects segment Loyal, action \`Thank you\`
test \`loyal, but silent\` given { orders 3 of 100, last 91 days ago }
  expects Loyalty = High, not segment Loyal
test \`nobody is new and dormant\` always not (tag \`New customer\` and segment Dormant)
`,
  zh: `# 用什么衡量客户
指标 消费频次 = 计数(订单 其中 状态 = "已付款")
指标 客单价 = 平均(近12个月订单.金额 其中 状态 = "已付款")
指标 复购率 = 占比(近12个月订单 其中 复购)

# 价值
标签 高价值客户 权重 30
  当 近6个月消费频次 ≥ 5 且 客单价 ≥ 均值(客单价)的150%

标签 重点企业客户 权重 20
  当 行业 = "制造业" 且 企业规模 = "大型" 且 最近消费间隔 ≤ 30天

标签 回头客 权重 10
  当 消费频次 ≥ 2 且 最近消费间隔 ≤ 180天

标签 新客户 权重 5
  当 距今天数 首次下单日期 ≤ 30天

# 服务
指标 投诉次数 = 计数(近30天互动 其中 问题类型 = "投诉")

标签 投诉未平 权重 -10
  当 投诉次数 ≥ 1

标签 满意客户 权重 5
  当 平均满意度 ≥ 4 且 计数(互动.满意度) ≥ 2

等级 忠诚度 按 复购率 {
  高 达到 60% 保持 55%
  中 达到 30% 保持 25%
  低 其余
}

# 一起照看的客户
分群 流失预警
  当 标签 高价值客户 且 最近消费间隔 > 90天 且 非 来源渠道 在 ["广告", "活动"]

分群 沉睡客户
  当 消费频次 ≥ 1 且 最近消费间隔 > 180天

分群 新客培育
  当 标签 新客户 且 消费频次 = 1

分群 忠诚客户
  当 忠诚度 = 高 且 消费频次 ≥ 3 且 最近消费间隔 ≤ 90天

# 下一步做什么
动作 回访电话 针对 流失预警 优先级 80 限时 3天
  话术 "您好 {姓名}，您已有 {最近消费间隔} 天没有下单，本月为您保留 {coupon} 元券。"

动作 安抚致歉 针对 投诉未平 优先级 90 限时 1天
  话术 "{姓名} 您好，您反馈的问题我们正在处理，我会亲自跟进并在今天给您答复。"

动作 唤醒优惠 针对 沉睡客户 优先级 40 限时 14天
  合适 当 非 标签 投诉未平
  话术 "{姓名}，好久不见！您上次下单是 {最近下单日期}，回来看看，老客户立减 {coupon} 元。"

动作 首单关怀 针对 新客培育 优先级 50 限时 7天
  话术 "{姓名} 您好，感谢首次惠顾！使用中有任何问题，请随时联系我。"

动作 感谢老客户 针对 忠诚客户 优先级 20 限时 30天
  合适 当 非 标签 投诉未平
  话术 "{姓名}，感谢您一直以来的支持，您已下单 {消费频次} 次，新品我们优先为您预留。"

# 在规则边界上虚拟的客户：改动一旦影响到其中之一，测试立即不通过
测试 常来且客单高 假设 { 订单 5笔 每单 600元, 均值(客单价) = 400元 }
  期望 标签 高价值客户, 标签 回头客, 非 分群 流失预警
测试 常来但客单一般 假设 { 订单 9笔 每单 599元, 均值(客单价) = 400元 }
  期望 非 标签 高价值客户
测试 客单高但来得少 假设 { 订单 5笔 每单 600元 历时 7个月, 均值(客单价) = 400元 }
  期望 非 标签 高价值客户
测试 高价值已沉寂 假设 { 订单 5笔 每单 600元 历时 5个月, 最近 91天前, 均值(客单价) = 400元 }
  期望 分群 流失预警, 动作 回访电话
测试 高价值未沉寂 假设 { 订单 5笔 每单 600元 历时 5个月, 最近 90天前, 均值(客单价) = 400元 }
  期望 标签 高价值客户, 非 分群 流失预警
测试 广告来的高价值 假设 { 来源渠道 = "广告", 订单 5笔 每单 600元 历时 5个月, 最近 91天前, 均值(客单价) = 400元 }
  期望 标签 高价值客户, 非 分群 流失预警
测试 一年前的订单 假设 { 订单 2笔 每单 600元 历时 13个月, 最近 370天前 }
  期望 客单价 未知, 复购率 未知, 分群 沉睡客户

# 重点企业
测试 活跃的大型制造企业 假设 { 行业 = "制造业", 企业规模 = "大型", 最近消费间隔 = 30天 }
  期望 标签 重点企业客户
测试 一月未下单的大型制造企业 假设 { 行业 = "制造业", 企业规模 = "大型", 最近消费间隔 = 31天 }
  期望 非 标签 重点企业客户
测试 小型制造企业 假设 { 行业 = "制造业", 企业规模 = "小型", 最近消费间隔 = 30天 }
  期望 非 标签 重点企业客户
测试 大型非制造企业 假设 { 行业 = "零售", 企业规模 = "大型", 最近消费间隔 = 30天 }
  期望 非 标签 重点企业客户

# 多久没来，买过几次
测试 半年前的第二单 假设 { 订单 2笔 每单 100元, 最近 180天前 }
  期望 标签 回头客, 非 分群 沉睡客户
测试 更早的第二单 假设 { 订单 2笔 每单 100元, 最近 181天前 }
  期望 非 标签 回头客, 分群 沉睡客户, 动作 唤醒优惠
测试 更早的一单 假设 { 订单 1笔 每单 100元, 最近 181天前 } 期望 分群 沉睡客户
测试 一个月前首单 假设 { 订单 1笔 每单 100元, 最近 30天前 }
  期望 非 标签 回头客, 分群 新客培育, 动作 首单关怀
测试 更早的首单 假设 { 订单 1笔 每单 100元, 最近 31天前 }
  期望 非 标签 新客户, 非 分群 新客培育
测试 首月两单 假设 { 订单 2笔 每单 100元 历时 20天 } 期望 标签 新客户, 非 分群 新客培育

# 投诉与评价
测试 有投诉 假设 { 互动 1次, 最近 29天前 其中 问题类型 = "投诉" }
  期望 标签 投诉未平, 动作 安抚致歉
测试 早先的投诉 假设 { 互动 1次, 最近 30天前 其中 问题类型 = "投诉" }
  期望 非 标签 投诉未平
测试 沉睡但有投诉 假设 { 订单 1笔 每单 100元, 最近 181天前, 互动 1次 其中 问题类型 = "投诉" }
  期望 分群 沉睡客户, 非 动作 唤醒优惠
测试 忠诚但有投诉 假设 { 订单 3笔 每单 100元, 最近 90天前, 互动 1次 其中 问题类型 = "投诉" }
  期望 分群 忠诚客户, 非 动作 感谢老客户
测试 咨询不算投诉 假设 { 互动 1次 其中 问题类型 = "咨询" } 期望 非 标签 投诉未平
测试 评价不错 假设 { 互动 2次 其中 满意度 = 4 } 期望 标签 满意客户
测试 评价一般 假设 { 互动 2次 其中 满意度 = 3 } 期望 非 标签 满意客户
测试 只有一次好评 假设 { 互动 1次 其中 满意度 = 5 } 期望 非 标签 满意客户

# 忠诚度
测试 复购六成 假设 { 复购率 = 60% } 期望 忠诚度 = 高
测试 复购不到六成 假设 { 复购率 = 59% } 期望 忠诚度 = 中
测试 复购三成 假设 { 复购率 = 30% } 期望 忠诚度 = 中
测试 复购不到三成 假设 { 复购率 = 29% } 期望 忠诚度 = 低
测试 忠诚 假设 { 订单 3笔 每单 100元, 最近 90天前 } 期望 分群 忠诚客户, 动作 感谢老客户
测试 忠诚但久未下单 假设 { 订单 3笔 每单 100元, 最近 91天前 }
  期望 忠诚度 = 高, 非 分群 忠诚客户
测试 没有人又新又沉睡 恒有 非 (标签 新客户 且 分群 沉睡客户)
`,
} as const;
