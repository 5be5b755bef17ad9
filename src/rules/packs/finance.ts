/** What advisers look at: wealth, age, risk tolerance, companies. Equal in meaning in both spellings. */
export const finance = {
  en: `# Private customers: income and age
tier Wealth by income {
  \`High net worth\` from 1000000
  Affluent from 300000
  Mass from 0
}
tag Young when years since birthday between 18 and 35
tag \`Close to retirement\` when years since birthday between 50 and 60

# Risk tolerance: a label that the adviser puts on by hand, in either language
tag Conservative when labels contains any of ["Conservative", "保守型"]
tag Balanced when labels contains any of ["Balanced", "稳健型"]
tag Aggressive when labels contains any of ["Aggressive", "进取型"]
tag \`Risk not assessed\` weight -5
  when kind = "Person" and not (tag Conservative or tag Balanced or tag Aggressive)

# Companies: size and relation
tag \`Credit candidate\` weight 20
  when kind = "Company" and size in ["Large", "Medium"] and tenure >= 365 days
tag \`One product line\` when frequency >= 3 and count(distinct orders.category where status = "paid") = 1

segment \`Look after wealth\`
  when Wealth = \`High net worth\` and not tag \`Risk not assessed\`
segment \`Fit for aggressive\`
  when tag Aggressive and Wealth >= Affluent

action \`Quarterly review\` for \`Look after wealth\` priority 60 within 14 days
  say "Hello {name}, may I suggest a quarterly review, to see whether your portfolio still fits your goals?"
action \`Assess risk\` for \`Risk not assessed\` priority 40 within 30 days
  say "Hello {name}, before I recommend anything: would you take a few minutes for the risk assessment?"
action \`Introduce aggressive product\` for \`Fit for aggressive\` priority 30 within 30 days
  say "Hello {name}, in line with your risk assessment, here is a product that may fit you, with its risks and returns."

test million given { income = 1000000, labels contains "Balanced", kind = "Person" } expects tier Wealth = \`High net worth\`, segment \`Look after wealth\`, action \`Quarterly review\`
test \`one short\` given { income = 999999 } expects tier Wealth = Affluent, not segment \`Look after wealth\`
test \`300,000\` given { income = 300000 } expects tier Wealth = Affluent
test mass given { income = 299999 } expects tier Wealth = Mass
test \`nothing before assessment\` given { kind = "Person", income = 2000000 } expects tag \`Risk not assessed\`, action \`Assess risk\`, not action \`Introduce aggressive product\`, not segment \`Look after wealth\`
test \`conservative stays so\` given { kind = "Person", income = 2000000, labels contains "Conservative" } expects not action \`Introduce aggressive product\`
test aggressive given { kind = "Person", income = 400000, labels contains "Aggressive" } expects action \`Introduce aggressive product\`
test \`a year of credit\` given { kind = "Company", size = "Medium", tenure = 365 days } expects tag \`Credit candidate\`
test \`less than a year\` given { kind = "Company", size = "Medium", tenure = 364 days } expects not tag \`Credit candidate\`
test \`only what fits\` always not action \`Introduce aggressive product\` or tag Aggressive
`,
  zh: `# 个人：收入与年龄
等级 财富等级 按 收入 {
  高净值 达到 100万元
  富裕 达到 30万元
  大众 达到 0元
}
标签 年轻客群 当 周岁 出生日期 介于 18 到 35
标签 临近退休 当 周岁 出生日期 介于 50 到 60

# 风险承受：由客户经理评估后打上手工标签，中英文均可
标签 保守型 当 手工标签 包含任一 ["保守型", "Conservative"]
标签 稳健型 当 手工标签 包含任一 ["稳健型", "Balanced"]
标签 进取型 当 手工标签 包含任一 ["进取型", "Aggressive"]
标签 待风险评估 权重 -5
  当 客户性质 = "个人" 且 非 (标签 保守型 或 标签 稳健型 或 标签 进取型)

# 企业：规模与往来
标签 企业授信候选 权重 20
  当 客户性质 = "企业" 且 企业规模 在 ["大型", "中型"] 且 合作时长 ≥ 365天
标签 偏好单一产品 当 消费频次 ≥ 3 且 计数(不同 订单.品类 其中 状态 = "已付款") = 1

分群 高净值维护
  当 财富等级 = 高净值 且 非 标签 待风险评估
分群 可推进取产品
  当 标签 进取型 且 财富等级 ≥ 富裕

动作 季度资产回顾 针对 高净值维护 优先级 60 限时 14天
  话术 "{姓名} 您好，想和您约一次季度资产回顾，看看配置是否仍符合您的目标。"
动作 邀请风险评估 针对 待风险评估 优先级 40 限时 30天
  话术 "{姓名} 您好，为您推荐合适的产品前，请先花几分钟完成风险评估。"
动作 介绍进取产品 针对 可推进取产品 优先级 30 限时 30天
  话术 "{姓名} 您好，根据您的风险评估，这里有一款可能适合您的产品，风险与收益说明随附。"

测试 百万 假设 { 收入 = 100万元, 手工标签 包含 "稳健型", 客户性质 = "个人" } 期望 等级 财富等级 = 高净值, 分群 高净值维护, 动作 季度资产回顾
测试 差一元 假设 { 收入 = 999999元 } 期望 等级 财富等级 = 富裕, 非 分群 高净值维护
测试 三十万 假设 { 收入 = 30万元 } 期望 等级 财富等级 = 富裕
测试 大众 假设 { 收入 = 299999元 } 期望 等级 财富等级 = 大众
测试 未评估不推 假设 { 客户性质 = "个人", 收入 = 200万元 } 期望 标签 待风险评估, 动作 邀请风险评估, 非 动作 介绍进取产品, 非 分群 高净值维护
测试 保守不推进取 假设 { 客户性质 = "个人", 收入 = 200万元, 手工标签 包含 "保守型" } 期望 非 动作 介绍进取产品
测试 进取 假设 { 客户性质 = "个人", 收入 = 40万元, 手工标签 包含 "进取型" } 期望 动作 介绍进取产品
测试 授信一年 假设 { 客户性质 = "企业", 企业规模 = "中型", 合作时长 = 365天 } 期望 标签 企业授信候选
测试 授信不足一年 假设 { 客户性质 = "企业", 企业规模 = "中型", 合作时长 = 364天 } 期望 非 标签 企业授信候选
测试 合适才推荐 恒有 非 动作 介绍进取产品 或 标签 进取型
`,
} as const;
