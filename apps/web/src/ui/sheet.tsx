'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Hides the header's text, for content that brings its own. The title stays for screen readers. */
  hideTitle?: boolean;
  side?: 'left' | 'right' | 'bottom';
  footer?: ReactNode;
  children: ReactNode;
}

const SheetPart = dynamic(() => import('./sheet-part').then((module) => module.SheetPart), { ssr: false });

/** A modal panel at an edge: drawers, phone menus, side forms. Its code comes when it first opens. */
export function Sheet(props: SheetProps) {
  return props.open ? <SheetPart {...props} /> : null;
}
