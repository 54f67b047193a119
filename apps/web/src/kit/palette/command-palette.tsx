'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { useShortcut } from '../keys/shortcuts';

const load = () => import('./palette-window').then((module) => module.PaletteWindow);
const PaletteWindow = dynamic(load, { ssr: false });

const OPEN_EVENT = 'throughline:palette';

/** Opens the palette from a button. */
export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_EVENT));
}

/** Ctrl/Cmd-K: go, find, act. Once per shell; its window is fetched when the page has come to rest. The children live while it is open. */
export function CommandPalette({ children }: { children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  useShortcut('Mod+K', 'Go, find, act', () => setOpen((now) => !now), { whileTyping: true });
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(OPEN_EVENT, show);
    const timer = setTimeout(() => void load(), 3_000);
    return () => {
      window.removeEventListener(OPEN_EVENT, show);
      clearTimeout(timer);
    };
  }, []);
  if (!open) return null;
  return (
    <>
      {children}
      <PaletteWindow onClose={() => setOpen(false)} />
    </>
  );
}
