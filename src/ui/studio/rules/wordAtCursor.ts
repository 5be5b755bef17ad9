import { highlight } from '../../../rules/index.ts';
import { cursor, draft } from './session.ts';

/** The word of the rule language at the cursor, '' where there is none: names and literals explain themselves. */
export function wordAtCursor(): string {
  const text = draft.value?.text.peek() ?? '';
  const at = cursor.peek();
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(begin).split('\n', 1);
  const found = highlight(line).find(
    ({ start, end, class: kind }) => kind === 'keyword' && begin + start <= at && at <= begin + end,
  );
  return found ? line.slice(found.start, found.end) : '';
}
