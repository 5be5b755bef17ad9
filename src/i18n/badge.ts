import { texts } from './text.ts';

/** What the toolbar button says when the mouse rests on it. */
export const badgeTexts = texts({
  tier: { en: '{name}: {tier} {level}', zh: '{name}：{tier} {level}' },
  noTier: { en: '{name}: no tier', zh: '{name}：未分等级' },
  unknown: { en: 'Not in your base:', zh: '客户库中没有：' },
  several: { en: 'Several customers fit: choose who it is', zh: '有多位客户相符，请选择是哪一位' },
  missed: {
    en: 'A message is open, but who writes it could not be read',
    zh: '已打开一封消息，但无法读出是谁在写',
  },
  none: { en: 'Nobody is writing on this page', zh: '此页面没有人来信' },
  notAllowed: { en: 'This site is not allowed: press to allow it', zh: '尚未允许此网站，点击可允许' },
  unreadable: { en: 'Extensions cannot read this page', zh: '扩展无法读取此页面' },
});
