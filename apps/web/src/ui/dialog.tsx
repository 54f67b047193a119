'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title; without it the dialog has no description. */
  description?: ReactNode;
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** It has to be answered: no cross in its corner. */
  stays?: boolean;
  /** There is nothing in it but to read: the text itself takes the focus, so that keys can scroll it. */
  reading?: boolean;
  children?: ReactNode;
}

const DialogPart = dynamic(() => import('./dialog-part').then((module) => module.DialogPart), { ssr: false });

/** A modal window; on a phone it rises from the bottom. Focus is kept inside and given back on close. Its code comes when it first opens. */
export function Dialog(props: DialogProps) {
  return props.open ? <DialogPart {...props} /> : null;
}
