import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Page<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

export interface Pages<Item> {
  /** null until the first page has come. */
  readonly total: number | null;
  /** The item at an index, undefined while its page is on the way. */
  item(index: number): Item | undefined;
  /** Asks for what lies between two indexes, both included. */
  need(first: number, last: number): void;
  /** What is shown belongs to an earlier key; the answer to the present one is on the way. */
  readonly waiting: boolean;
}

const pageSize = 60;

interface Loaded<Item> {
  readonly key: string;
  total: number | null;
  readonly pages: Map<number, readonly Item[] | 'asked'>;
}

/**
 * A long list read page by page. When `key` changes the old items stay until the first new page is there, so that
 * nothing flickers while the user types. Answers that come late are dropped.
 */
export function usePages<Item>(
  key: string | null,
  load: (offset: number, limit: number) => Promise<Page<Item>>,
  onProblem: (problem: unknown) => void,
): Pages<Item> {
  const [, redraw] = useState(0);
  const shown = useRef<Loaded<Item>>({ key: '', total: null, pages: new Map() });
  const wanted = useRef<Loaded<Item>>(shown.current);
  const loader = useRef(load);
  loader.current = load;

  const ask = useCallback(
    async (target: Loaded<Item>, page: number) => {
      if (target.pages.has(page)) return;
      target.pages.set(page, 'asked');
      try {
        const answer = await loader.current(page * pageSize, pageSize);
        if (wanted.current !== target) return;
        target.pages.set(page, answer.items);
        target.total = answer.total;
        shown.current = target;
        redraw(turn => turn + 1);
      } catch (problem) {
        target.pages.delete(page);
        if (wanted.current === target) onProblem(problem);
      }
    },
    [onProblem],
  );

  useEffect(() => {
    if (key === null) return;
    wanted.current = { key, total: null, pages: new Map() };
    void ask(wanted.current, 0);
    return () => {
      wanted.current = shown.current;
    };
  }, [key, ask]);

  const { total, pages } = shown.current;
  return {
    total,
    item(index) {
      const page = pages.get(Math.floor(index / pageSize));
      return page === 'asked' ? undefined : page?.[index % pageSize];
    },
    need: useCallback(
      (first: number, last: number) => {
        const target = wanted.current;
        if (target !== shown.current || target.total === null) return;
        for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
          void ask(target, page);
        }
      },
      [ask],
    ),
    waiting: key !== null && shown.current.key !== key,
  };
}
