import type { Language } from '../../../../i18n/index.ts';
import { parse, printName } from '../../../../rules/index.ts';

/** A test to begin with: about the first tag or segment of the text, for a customer without any order. */
export function exampleTest(text: string, language: Language): string {
  const named = parse(text).declarations.find(each => each.kind === 'tag' || each.kind === 'segment');
  const kinds = { en: { tag: 'tag', segment: 'segment' }, zh: { tag: '标签', segment: '分群' } } as const;
  const rule = named
    ? `${kinds[language][named.kind as 'tag' | 'segment']} ${printName(named.name.text)}`
    : null;
  if (language === 'zh')
    return `测试 从未下单 假设 { 订单 0 笔 }\n  期望 ${rule ? `非 ${rule}` : '消费频次 = 0'}`;
  return `test \`never ordered\` given { orders 0 }\n  expects ${rule ? `not ${rule}` : 'frequency = 0'}`;
}
