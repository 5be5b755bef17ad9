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
  say "{name}, it has been a while! Your last order was on {lastOrder}. Come back and take {coupon} off your next one."

action Welcome for \`First steps\` priority 50 within 7 days
  say "Hello {name}, thank you for your first order! If anything is unclear, just write to me."

action \`Thank you\` for Loyal priority 20 within 30 days
  say "{name}, thank you for {purchases} orders. You get to see what is new before anybody else."
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
  话术 "{姓名}，好久不见！您上次下单是 {最近下单日期}，回来看看，老客户立减 {coupon} 元。"

动作 首单关怀 针对 新客培育 优先级 50 限时 7天
  话术 "{姓名} 您好，感谢首次惠顾！使用中有任何问题，请随时联系我。"

动作 感谢老客户 针对 忠诚客户 优先级 20 限时 30天
  话术 "{姓名}，感谢您一直以来的支持，您已下单 {消费频次} 次，新品我们优先为您预留。"
`,
} as const;
