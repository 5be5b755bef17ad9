import type { Language } from '../../../i18n/index.ts';

let speaks: Language | null = null;

/**
 * The editor's code, loaded when first needed. Its own texts (find, context menu) take a language only before it is
 * loaded: null where it already speaks another one, and the page has to be loaded again.
 */
export async function loadEditor(language: Language): Promise<typeof import('./ruleEditor.ts') | null> {
  if (speaks !== null && speaks !== language) return null;
  if (speaks === null && language === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  speaks = language;
  return import('./ruleEditor.ts');
}
