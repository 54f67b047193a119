'use client';
import { type RefObject, useEffect, useState } from 'react';

export interface VisibleRows {
  first: number;
  /** Behind the last. */
  end: number;
}

const SPARE = 6;

/** Which rows of equal height are within sight of a scrolling box, and a few around them. */
export function useVisibleRows(box: RefObject<HTMLElement | null>, rowHeight: number, count: number, head: number): VisibleRows {
  const [rows, setRows] = useState<VisibleRows>({ first: 0, end: Math.min(count, 30) });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const first = Math.max(0, Math.floor((element.scrollTop - head) / rowHeight) - SPARE);
      const end = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + SPARE);
      setRows((before) => (before.first === first && before.end === end ? before : { first, end }));
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    const watch = new ResizeObserver(later);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', later);
      watch.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [box, rowHeight, count, head]);
  return rows;
}
