import { texts } from './text.ts';

/** The models as the row above their pages names them. */
export const modelTexts = texts({
  models: { en: 'Models', zh: '模型' },
  rfm: { en: 'RFM', zh: 'RFM' },
});
