import { texts } from './text.ts';

/** What is shown on a page while the user points at the writer. */
export const pickTexts = texts({
  region: { en: 'Tierlens: show who is writing', zh: 'Tierlens：指出来信人' },
  point: {
    en: 'Click the name or the address of who is writing. Or select it and press Enter. Esc stops.',
    zh: '请点击来信人的姓名或邮箱；也可以选中后按回车。按 Esc 退出。',
  },
  nothing: {
    en: 'Nobody can be read there, or not only one. Click the name or the address itself.',
    zh: '那里读不出来信人，或不止一位。请直接点击姓名或邮箱。',
  },
  foreign: {
    en: 'Nothing can be read inside this frame: it belongs to another site, or to the message itself. Point outside of it, or look the person up in the toolbar popup.',
    zh: '无法读取这个框架里的内容：它属于其他网站，或是邮件正文的一部分。请在框架外指认，或在工具栏弹窗中查找此人。',
  },
  found: { en: 'Found: {person}', zh: '已找到：{person}' },
  guess: {
    en: 'Found by name alone: {person}. There is no address here, so customers of this name are shown as a guess.',
    zh: '只找到姓名：{person}。这里没有邮箱，同名客户会作为可能的人选显示。',
  },
  keep: { en: 'Always read it here', zh: '以后都从这里读取' },
  again: { en: 'Point again', zh: '重新指出' },
  stop: { en: 'Cancel', zh: '取消' },
  kept: { en: 'Tierlens now reads this place on {site}.', zh: 'Tierlens 以后会从 {site} 的这个位置读取。' },
  failed: { en: 'This could not be kept. Try again.', zh: '无法保存，请重试。' },
});

export type PickTexts = typeof pickTexts;
