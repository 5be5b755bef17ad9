/** Fifty believable rules; engine-loops.ts says the same by hand. */
export const fiftyRules = `
metric 消费频次 = count(orders where status = "paid")
metric 客单价 = avg(orders.amount in last 12 months where status = "paid")
metric 复购率 = share(orders in last 12 months where repeat)
metric 半年消费 = sum(orders.amount in last 6 months where status = "paid")
metric 年消费 = sum(orders.amount in last 12 months where status = "paid")
metric 退款率 = share(orders in last 12 months where status = "refunded")
metric 最大单笔 = max(orders.amount where status = "paid")
metric 新品次数 = count(orders in last 12 months where status = "paid" and category in ["c3", "c7"])
metric 月频次 = count(orders in last 30 days where status = "paid")
metric 季订单 = count(orders in last 3 months)

tag 高价值 weight 30 when 消费频次 in last 6 months >= 5 and 客单价 >= 150% of mean(客单价)
tag 重点企业 weight 20 when 行业 = "制造业" and 企业规模 = "大型" and recency <= 30 days
tag 高频 weight 10 when 消费频次 in last 6 months >= 5
tag 中频 weight 5 when 消费频次 in last 6 months between 2 and 4
tag 低频 when 消费频次 in last 6 months <= 1
tag 近期 weight 10 when recency <= 30 days
tag 中期 when recency > 30 days and recency <= 90 days
tag 远期 when recency > 90 days
tag 大客户 weight 20 when 年消费 >= quantile(年消费, 90%)
tag 过半客户 when 年消费 > median(年消费)
tag 退款多 weight -10 when 退款率 > 20% and 消费频次 >= 3
tag 大单 weight 10 when 最大单笔 >= 2000
tag 新品兴趣 weight 5 when 新品次数 >= 1
tag 活跃 weight 10 when 月频次 >= 1 or 季订单 >= 3
tag 新客户 when days since firstOrder <= 60 days
tag 老客户 weight 5 when tenure >= 3 years
tag 高收入 weight 5 when income > 20万 and not size = "微型"
tag 东部 when province in ["省1", "省2", "省3", "省4", "省5"]

tier 忠诚度 by 复购率 {
  高 from 60% keep 55%
  中 from 30% keep 25%
  低 otherwise
}
tier 价值 by 年消费 {
  A from 150% of mean
  B from mean
  C from 100
  D otherwise
}
tier 频度 by 消费频次 {
  高 from 10
  中 from 4
  低 otherwise
}

segment 流失预警 when tag 高价值 and recency > 60 days and not channel in ["广告", "活动"]
segment 核心 when (tag 高价值 or tag 大客户) and 忠诚度 = 高
segment 沉睡 when 消费频次 >= 3 and recency > 180 days
segment 培育 when tag 新客户 and 消费频次 <= 2
segment 升级 when 价值 = B and tag 高频
segment 服务 when tag 退款多 and 半年消费 > 500
segment 企业 when 行业 in ["制造业", "建筑业", "采矿业"] and 企业规模 in ["大型", "中型"]
segment 转介绍 when channel = "转介绍" and 频度 >= 中
segment 提客单 when 客单价 < 80% of mean and tag 高频
segment 挽留 when 价值 <= C and 忠诚度 != 低 and recency between 60 and 365

action 回访 for 流失预警 priority 80 within 3 days say "{name} {recency}"
action 专属经理 for 核心 priority 70 within 7 days say "{name}"
action 唤醒 for 沉睡 priority 40 when income is known say "{name} {lastOrder}"
action 首单礼 for 培育 priority 50 say "{name}"
action 升级礼 for 升级 priority 45 say "{name}"
action 致歉 for 服务 priority 90 within 1 day say "{name}"
action 拜访 for 企业 priority 60 when tag 近期 say "{name}"
action 满减 for 提客单 priority 30 say "{name}"
action 关怀 for 挽留 priority 35 when not tag 东部 say "{name}"
`;
