import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import styles from './VirtualList.module.css';

export interface VirtualListProps {
  label: string;
  count: number;
  /** Height of every row in px. */
  rowHeight: number;
  row(index: number): ComponentChildren;
  /** Enter, or a press on a row, with what the user did. */
  onChoose?(index: number, event: KeyboardEvent | MouseEvent): void;
  /** Which rows are in view (and a few beyond), to load what is missing. `last` is included. */
  onRange?(first: number, last: number): void;
  /** 'grid' where the row is made of cells (role=gridcell, given by the caller). */
  role?: 'listbox' | 'grid';
}

/** A list of any length: only what is in view is drawn. One tab stop; arrows, page keys, Home and End move. */
export function VirtualList({
  label,
  count,
  rowHeight,
  row,
  onChoose,
  onRange,
  role = 'listbox',
}: VirtualListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | null>(null);

  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined as never),
  };
  virtualizer.current ??= new Virtualizer(options);
  const list = virtualizer.current;
  list.setOptions(options);
  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());

  const rows = list.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? -1;
  useLayoutEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);

  const current = Math.min(active, count - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, target));
      setActive(next);
      list.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' && count > 0) {
      event.preventDefault();
      onChoose?.(current, event);
    }
  }

  // the list is the tab stop and names its active row; rows themselves never have the focus
  const listAttributes = {
    role,
    tabIndex: 0,
    'aria-label': label,
    'aria-activedescendant': count > 0 ? `${id}-${current}` : undefined,
    onKeyDown,
    ...(role === 'grid' ? { 'aria-rowcount': count } : {}),
  };
  const rowAttributes = (index: number) => ({
    id: `${id}-${index}`,
    'aria-selected': index === current,
    ...(role === 'grid'
      ? { role: 'row' as const, 'aria-rowindex': index + 1 }
      : { role: 'option' as const, 'aria-setsize': count, 'aria-posinset': index + 1 }),
    onClick: (event: MouseEvent) => {
      setActive(index);
      onChoose?.(index, event);
    },
  });

  return (
    <div ref={scroller} class={styles.list} {...listAttributes}>
      <div class={styles.content} style={{ height: `${list.getTotalSize()}px` }} role="presentation">
        {rows.map(item => (
          <div
            key={item.index}
            class={styles.row}
            style={{ height: `${rowHeight}px`, transform: `translateY(${item.start}px)` }}
            {...rowAttributes(item.index)}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
