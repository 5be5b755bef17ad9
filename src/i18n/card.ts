import { avoidTexts } from './avoid.ts';
import { handTexts } from './hand.ts';
import { texts } from './text.ts';

/** The card over a page, and the words in which the background prepares it. */
export const cardTexts = texts({
  region: { en: 'Tierlens: who is writing', zh: 'Tierlens：来信客户' },
  tier: {
    en: '{name}: {level}, level {place} of {levels}',
    zh: '{name}：{level}，共 {levels} 级中的第 {place} 级',
  },
  standing: handTexts.tier,
  noTier: { en: 'No tier', zh: '未分等级' },
  since: { en: 'since {year}', zh: '{year} 年起' },
  within: { en: 'within {days} {days|day|days}', zh: '{days} 天内' },
  why: { en: 'Why: {reasons}', zh: '原因：{reasons}' },
  comma: { en: ', ', zh: '、' },
  ...avoidTexts,
  noAction: { en: 'Nothing to do for now.', zh: '暂无待办动作。' },
  noRules: { en: 'No rules are published yet.', zh: '尚未发布规则。' },
  copy: { en: 'Copy message', zh: '复制话术' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The page kept it from being copied. Copy it in the side panel.',
    zh: '页面阻止了复制，请在侧边栏中复制。',
  },
  answers: { en: 'What became of it', zh: '处理结果' },
  done: { en: 'Done', zh: '已完成' },
  later: { en: 'Later', zh: '稍后' },
  refused: { en: 'Refused', zh: '被拒绝' },
  doesNotFit: { en: 'Does not fit', zh: '不合适' },
  next: { en: 'Next action', zh: '下一个动作' },
  place: { en: 'Action {place} of {count}: {name}', zh: '第 {place} 个动作（共 {count} 个）：{name}' },
  insert: { en: 'Insert', zh: '插入回复框' },
  inserted: { en: 'Inserted', zh: '已插入' },
  insertFailed: {
    en: 'The field of the page did not take it. It is copied: paste it there.',
    zh: '页面的输入框未接受，已复制到剪贴板，请在输入框中粘贴。',
  },
  openPanel: { en: 'Open the side panel', zh: '打开侧边栏' },
  move: { en: 'Move the card: drag it, or use the arrow keys', zh: '移动卡片：拖动，或使用方向键' },
  collapse: { en: 'Fold the card', zh: '收起卡片' },
  expand: { en: 'Show the card of {name}', zh: '展开“{name}”的卡片' },
  unknownTitle: { en: 'Not known yet', zh: '还不认识' },
  unknownHelp: { en: 'Nobody in your base has this address.', zh: '客户库中没有使用此地址的人。' },
  hint: {
    en: '{reference} beside the message belongs to {name}. Is it them?',
    zh: '编号 {reference} 属于 {name}，是本人吗？',
  },
  add: { en: 'Add as a customer', zh: '添加为客户' },
  adding: { en: 'Adding…', zh: '正在添加…' },
  chooseTitle: { en: 'Who is it?', zh: '是哪一位？' },
  chooseHelp: { en: 'Several customers fit this message.', zh: '有多位客户与此消息相符。' },
  guessTitle: { en: 'Perhaps one of these', zh: '可能是其中一位' },
  guessHelp: {
    en: 'Their address occurs on this page; who writes could not be told for certain.',
    zh: '页面上出现了他们的地址，但无法确定是谁在写。',
  },
  nobodyTitle: { en: 'Nobody recognised', zh: '未识别到客户' },
  nobodyHelp: {
    en: 'Addresses occur on this page, but none of them is in your base, and who writes could not be told.',
    zh: '页面上出现了一些地址，但都不在客户库中，也无法确定是谁在写。',
  },
  more: { en: '{count} more: {names}', zh: '另有 {count} 个：{names}' },
  covered: {
    en: 'The card is covered by something on the page, so the press was ignored. Press again when it is free.',
    zh: '卡片被页面内容遮挡，此次点击已忽略。请在无遮挡时再点一次。',
  },
  sudden: {
    en: 'The card had only just come there, so the press was ignored. Press again.',
    zh: '卡片刚刚出现在此处，此次点击已忽略。请再点一次。',
  },
  failed: {
    en: 'The look-up failed. It is tried again when you come back to this page.',
    zh: '查询失败，回到此页面时会自动重试。',
  },
  shortcut: { en: 'Alt+Shift+T goes to this card and back', zh: 'Alt+Shift+T 跳到此卡片，再按返回页面' },
  tags: { en: 'Tags', zh: '标签' },
});

export type CardTexts = typeof cardTexts;
