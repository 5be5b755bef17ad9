import { texts } from './text.ts';

/** What the base says of rules whose text is sound. `{customer}` is a name, or empty. */
export const findingTexts = texts({
  neverTrue: {
    en: '“{name}” holds for nobody.',
    zh: '没有客户符合“{name}”。',
  },
  neverTruePart: {
    en: '“{name}” holds for nobody: no customer meets {condition}.',
    zh: '没有客户符合“{name}”：{condition} 对所有客户都不成立。',
  },
  neverTrueTogether: {
    en: '“{name}” holds for nobody: each of its {count} conditions holds for some, but no customer meets all of them.',
    zh: '没有客户符合“{name}”：{count} 个条件各自都有客户满足，但没有人同时满足。',
  },
  neverTrueInGroup: {
    en: '“{name}” holds for nobody: all who meet it are in segments of its group with a higher priority.',
    zh: '没有客户属于“{name}”：符合条件的客户都归入了同组中优先级更高的分群。',
  },
  alwaysTrue: {
    en: '“{name}” holds for all {count} customers, so it tells nobody apart.',
    zh: '全部 {count} 位客户都符合“{name}”，起不到区分作用。',
  },
  neverDecides: {
    en: 'Never decides: without {condition} it holds for the same customers.',
    zh: '从不起作用：去掉 {condition}，符合的客户不变。',
  },
  segmentLarge: {
    en: '“{name}” holds {percent}% of all customers ({count}). Is the segment meant to be that large?',
    zh: '“{name}”占全部客户的 {percent}%（{count} 位）。这个分群确实该这么大吗？',
  },
  segmentChanged: {
    en: '“{name}” changes much against the published version: {enters} in and {leaves} out, of {before} so far{customer}.',
    zh: '“{name}”与已发布版本相差很大：原有 {before} 位，进 {enters} 位、出 {leaves} 位{customer}。',
  },
  nearlyEqual: {
    en: '“{name}” and “{other}” are nearly the same customers: {both} of {either} are in both.',
    zh: '“{name}”与“{other}”几乎是同一批客户：{either} 位中有 {both} 位同时属于两者。',
  },
  levelEmpty: {
    en: 'Nobody is at the level “{level}” of “{name}”.',
    zh: '“{name}”的“{level}”级没有任何客户。',
  },
  ladderGap: {
    en: '{count} customers ({percent}%) have no level of “{name}”{customer}. A level “otherwise” would take them.',
    zh: '有 {count} 位客户（{percent}%）不在“{name}”的任何一级{customer}。可加一级“其余”。',
  },
  crowdedThreshold: {
    en: '{count} customers ({percent}%) sit exactly on this threshold: {subject} = {value}. A little more or less moves them all.',
    zh: '有 {count} 位客户（{percent}%）恰好在这个门槛上：{subject} = {value}。稍一调整就会全部移动。',
  },
  unusedMetric: {
    en: 'The metric “{name}” is used by no rule and no message.',
    zh: '指标“{name}”没有被任何规则或话术用到。',
  },
  groupOverlap: {
    en: '{count} customers meet both “{name}” and “{other}” of the group “{group}”{customer}. Give them different priorities.',
    zh: '有 {count} 位客户同时符合“{group}”组的“{name}”和“{other}”{customer}，请给两者不同的优先级。',
  },
  groupGap: {
    en: '{count} customers ({percent}%) are in no segment of the group “{group}”{customer}.',
    zh: '有 {count} 位客户（{percent}%）不在“{group}”组的任何分群中{customer}。',
  },
  suchAs: { en: ', such as {name}', zh: '，例如{name}' },
});

/** What a rule test came to. */
export const testTexts = texts({
  tab: { en: 'Tests', zh: '测试' },
  none: { en: 'No tests yet', zh: '还没有测试' },
  noneHint: {
    en: 'A test says whom a rule must or must not find, and tells you when an edit breaks that.',
    zh: '测试写明规则应当或不应当找到谁，改动破坏约定时会立即提醒。',
  },
  insert: { en: 'Insert an example', zh: '插入示例' },
  verdictpass: { en: 'Passes', zh: '通过' },
  verdictfail: { en: 'Fails', zh: '未通过' },
  verdictunknown: { en: 'Not decided', zh: '无法判定' },
  summary: {
    en: '{passed} of {total} {total|test passes|tests pass}',
    zh: '{total} 个测试，通过 {passed} 个',
  },
  testPasses: { en: 'As expected.', zh: '符合预期。' },
  testPassesForAll: {
    en: 'Holds for {count|the one customer|all {count} customers}.',
    zh: '对全部 {count} 位客户都成立。',
  },
  testFails: {
    en: 'Not so for {customer}: {expectation}',
    zh: '{customer} 不符合：{expectation}',
  },
  testFailsInvented: { en: 'Not so: {expectation}', zh: '不符合：{expectation}' },
  testBroken: {
    en: 'Not so for {count} {count|customer|customers}, such as {customer}: {expectation}',
    zh: '有 {count} 位客户不符合，例如 {customer}：{expectation}',
  },
  testNobody: {
    en: 'There is no customer “{who}” in the base.',
    zh: '客户库中没有“{who}”。',
  },
  testSeveral: {
    en: '“{who}” is {count} customers. Name one by e-mail or number.',
    zh: '“{who}”对应 {count} 位客户，请改用邮箱或编号。',
  },
  testNoCustomers: {
    en: 'There are no customers yet to try it on.',
    zh: '还没有客户，无法检验。',
  },
  because: { en: 'because', zh: '因为' },
  line: { en: 'line {line}', zh: '第 {line} 行' },
  score: { en: 'Mutation score', zh: '变异得分' },
  scoreRun: { en: 'Measure how much the tests notice', zh: '检测测试的敏感度' },
  scoreHint: {
    en: 'Changes every operator, connective, threshold and window once and looks whether a test notices.',
    zh: '把每个运算符、连接词、门槛和时间窗口各改动一次，看有没有测试能发现。',
  },
  scoreRunning: { en: '{done} of {total} changes tried', zh: '已尝试 {done} / {total} 处改动' },
  scoreResult: {
    en: '{killed} of {total} changes are noticed',
    zh: '{total} 处改动中发现了 {killed} 处',
  },
  scoreStale: { en: 'Measured on an earlier text', zh: '基于较早的文本' },
  survivors: { en: 'Not noticed by any test', zh: '没有测试发现的改动' },
  survivorEffect: {
    en: '{count} {count|customer|customers} would change',
    zh: '会影响 {count} 位客户',
  },
  survivorIdle: { en: 'changes nobody in this base', zh: '在当前客户库中不影响任何人' },
  mutantoperator: { en: 'comparison', zh: '比较' },
  mutantconnective: { en: 'connective', zh: '连接词' },
  mutantthreshold: { en: 'threshold', zh: '门槛' },
  mutantwindow: { en: 'window', zh: '时间窗口' },
  removed: { en: '(left out)', zh: '（去掉）' },
});
