import { texts } from './text.ts';

/** What every picture says by itself. */
export const chartTexts = texts({
  table: { en: 'As a table', zh: '以表格显示' },
  picture: { en: 'As a picture', zh: '以图形显示' },
});
