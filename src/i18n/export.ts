import { texts } from './text.ts';

/** Columns of exported lists that no field has, and the dialogs of the way out. */
export const exportTexts = texts({
  columnSegments: { en: 'Segments by rules', zh: '规则客群' },
  columnTags: { en: 'Tags by rules', zh: '规则标签' },
  columnTier: { en: 'Tier: {name}', zh: '等级：{name}' },
  columnSource: { en: 'Source', zh: '来源' },
  columnCreated: { en: 'Added on', zh: '录入日期' },
  columnUpdated: { en: 'Changed on', zh: '更新日期' },
});
