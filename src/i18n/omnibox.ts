import { texts } from './text.ts';

/** The lines below the address bar after the keyword. */
export const omniboxTexts = texts({
  nobody: { en: 'No customer fits “{text}”', zh: '没有与“{text}”相符的客户' },
});
