'use client';
import type { ReactNode } from 'react';
import { Slot } from './slot';
import { useArmed } from './use-armed';

/** One entry of a menu. `reason` explains a disabled one, in the entry itself. */
export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  onSelect?: () => void;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  reason?: string;
  /** Present: the entry is a tick mark. */
  checked?: boolean;
  /** Keeps the menu open after choosing (for tick marks). */
  stay?: boolean;
}

export interface MenuGroup {
  id: string;
  label?: string;
  items: readonly MenuItem[];
}

export interface DropdownMenuProps {
  /** The element that opens it (a `Button`). */
  trigger: ReactNode;
  groups: readonly MenuGroup[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  header?: ReactNode;
  className?: string;
}

const load = () => import('./dropdown-menu-part').then((module) => module.DropdownMenuPart);

/** A menu of actions; groups are set apart by a line. Empty groups are left out. Its code comes when the trigger is first pointed at. */
export function DropdownMenu(props: DropdownMenuProps) {
  const { Part, trigger } = useArmed(load);
  if (Part) return <Part {...props} />;
  return (
    <Slot aria-haspopup="menu" aria-expanded={false} {...trigger}>
      {props.trigger}
    </Slot>
  );
}
