'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/ui/button';

/** A column beside the messages; over them where there is no room. Escape closes it. */
export function SideColumn({ title, note, onClose, children }: { title: string; note?: ReactNode; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      ref={box} tabIndex={-1} aria-label={title} onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className="flex min-h-0 w-96 max-w-full shrink-0 flex-col border-l bg-surface outline-none max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:shadow-pop max-sm:w-full max-sm:border-l-0"
    >
      <header className="flex min-h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">{title}{note ? <span className="ml-2 text-xs font-normal text-muted">{note}</span> : null}</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Close" onClick={onClose}><X aria-hidden className="size-4" /></Button>
      </header>
      {children}
    </aside>
  );
}
