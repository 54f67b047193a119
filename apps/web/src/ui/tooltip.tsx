'use client';
import { type FocusEvent, type PointerEvent, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cn } from '@/lib/cn';
import { Kbd } from './kbd';
import { Slot } from './slot';

type Side = 'top' | 'right' | 'bottom' | 'left';

export interface TooltipProps {
  label: ReactNode;
  /** A shortcut shown beside the label. */
  keys?: string;
  side?: Side;
  children: ReactElement;
}

const DELAY_MS = 450;
const NEIGHBOUR_MS = 300;
const GAP = 6;
let lastClosed = 0;

// Where the hint's own reference point goes, and how it is shifted from there.
function place(box: DOMRect, side: Side) {
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  switch (side) {
    case 'top':
      return { left: middle.x, top: box.top - GAP, shift: '-translate-x-1/2 -translate-y-full' };
    case 'bottom':
      return { left: middle.x, top: box.bottom + GAP, shift: '-translate-x-1/2' };
    case 'left':
      return { left: box.left - GAP, top: middle.y, shift: '-translate-x-full -translate-y-1/2' };
    case 'right':
      return { left: box.right + GAP, top: middle.y, shift: '-translate-y-1/2' };
  }
}

/** A hint on hover and keyboard focus. Never the only place of an information: touch does not see it. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  const id = useId();
  const [box, setBox] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = box !== null;
  const show = (target: Element, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setBox(target.getBoundingClientRect()), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (open) lastClosed = Date.now();
    setBox(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') setBox(null);
    };
    window.addEventListener('scroll', close, true);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('scroll', close, true);
      window.removeEventListener('keydown', close);
    };
  }, [open]);
  const spot = box ? place(box, side) : null;
  return (
    <>
      <Slot
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event: PointerEvent) => event.pointerType !== 'touch' && show(event.currentTarget, Date.now() - lastClosed < NEIGHBOUR_MS ? 0 : DELAY_MS)}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event: FocusEvent) => event.currentTarget.matches(':focus-visible') && show(event.currentTarget, 0)}
        onBlur={hide}
      >
        {children}
      </Slot>
      {spot
        ? createPortal(
            <div id={id} role="tooltip" style={{ left: spot.left, top: spot.top }} className={cn('pointer-events-none fixed z-50 flex w-max max-w-72 items-center gap-2 rounded-md border bg-raised px-2 py-1 text-xs text-text shadow-pop', spot.shift)}>
              {label}
              {keys ? <Kbd keys={keys} /> : null}
            </div>,
            document.body,
          )
        : null}
    </>
  );
}
