'use client';
import type { ReactNode } from 'react';
import { Slot } from '@/ui/slot';
import { useArmed } from '@/ui/use-armed';

export interface ViewerMenuProps {
  trigger: ReactNode;
  side?: 'top' | 'bottom' | 'right';
  align?: 'start' | 'end';
}

const load = () => import('./viewer-menu-part').then((module) => module.ViewerMenuPart);

/** Who is signed in, appearance, sign out. The trigger is the caller's; the rest comes when it is first pointed at. */
export function ViewerMenu(props: ViewerMenuProps) {
  const { Part, trigger } = useArmed(load);
  if (Part) return <Part {...props} />;
  return (
    <Slot aria-haspopup="menu" aria-expanded={false} {...trigger}>
      {props.trigger}
    </Slot>
  );
}
