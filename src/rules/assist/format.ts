import type { Language } from '../../i18n/index.ts';
import { lex } from '../lexer.ts';
import { parse } from '../parse.ts';
import { print } from '../print.ts';
import type { TextEdit } from './rename.ts';

/**
 * The edits that bring every declaration and every test into standard layout, in the spelling that its keyword has.
 * Comments and what lies between declarations stay; so do declarations with errors or with a comment inside.
 */
export function formatEdits(text: string): TextEdit[] {
  const parsed = parse(text);
  const { comments } = lex(text);
  const written = [...parsed.declarations, ...parsed.tests].sort((a, b) => a.span[0] - b.span[0]);
  return written.flatMap(declaration => {
    const { span, broken } = declaration;
    const [start, end] = span;
    if (broken || comments.some(comment => comment.span[0] >= start && comment.span[0] < end)) return [];
    const language: Language = /^[a-z]/i.test(text.slice(start)) ? 'en' : 'zh';
    const none = { ...parsed, strays: [], tests: [], comments: [], declarations: [] };
    const alone =
      declaration.kind === 'test'
        ? { ...none, tests: [{ ...declaration, comments: [] }] }
        : { ...none, declarations: [{ ...declaration, comments: [] }] };
    const printed = print(alone, language).trimEnd();
    return printed === text.slice(start, end) ? [] : [{ span, text: printed }];
  });
}
