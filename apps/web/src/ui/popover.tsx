'use client';
import type { ReactNode } from 'react';
import { Slot } from './slot';
import { useArmed } from './use-armed';

export interface PopoverProps {
  /** The element that opens it; must take a ref and props (a `Button`). */
  trigger: ReactNode;
  /** Drawn while it is open; a function is given how to close it. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Read out when it opens. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  /** Content that brings its own padding. */
  flush?: boolean;
}

const load = () => import('./popover-part').then((module) => module.PopoverPart);

/** A small non-modal panel beside its trigger. Its code comes when the trigger is first pointed at. */
export function Popover(props: PopoverProps) {
  const { Part, trigger } = useArmed(load);
  if (Part) return <Part {...props} />;
  return (
    <Slot aria-haspopup="dialog" aria-expanded={false} {...trigger}>
      {props.trigger}
    </Slot>
  );
}
