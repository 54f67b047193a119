'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useRowHeight } from './use-display';
import { type RowWindow, scrollFor, windowOf } from './window';

export interface RowWindowState extends RowWindow {
  /** For the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  scrollTo: (index: number) => void;
}

/** Follows the scroller and says which rows to draw. */
export function useRowWindow(count: number): RowWindowState {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [range, setRange] = useState<RowWindow>({ first: 0, end: 40 });
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const follow = () =>
      setRange((now) => {
        // Whatever the number of rows: those that come are drawn at once, not after an empty frame.
        const next = windowOf(box.scrollTop, box.clientHeight, rowHeight, Number.POSITIVE_INFINITY);
        return next.first === now.first && next.end === now.end ? now : next;
      });
    follow();
    box.addEventListener('scroll', follow, { passive: true });
    const sized = new ResizeObserver(follow);
    sized.observe(box);
    return () => {
      box.removeEventListener('scroll', follow);
      sized.disconnect();
    };
  }, [count, rowHeight]);
  const scrollTo = (index: number) => {
    const box = scroller.current;
    box?.scrollTo({ top: scrollFor(index, box.scrollTop, box.clientHeight, rowHeight) });
  };
  return { first: Math.min(range.first, Math.max(0, count - 1)), end: Math.min(range.end, count), rowHeight, scroller, scrollTo };
}
