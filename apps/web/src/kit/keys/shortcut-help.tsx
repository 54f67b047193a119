'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useShortcut } from './shortcuts';

const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet), { ssr: false });

/** `?`: every key that works on this very page. Once per shell. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  useShortcut('?', 'Show all keys', () => setOpen(true));
  return open ? <ShortcutSheet onClose={() => setOpen(false)} /> : null;
}
