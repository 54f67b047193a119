'use client';
import { useSyncExternalStore } from 'react';
import { cn } from '@/lib/cn';

const never = () => () => undefined;
const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const apple: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Escape: 'esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const other: Record<string, string> = { ...apple, Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };

/** A shortcut in the viewer's own notation; not drawn where fingers point. `keys` is `Mod+K`, `Shift+X`, or a sequence `G L`. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const onApple = useSyncExternalStore(never, isApple, () => false);
  const names = onApple ? apple : other;
  return (
    <kbd className={cn('inline-flex items-center gap-0.5 font-sans text-2xs text-muted pointer-coarse:hidden', className)}>
      {keys.split(/[\s+]/).map((key, index) => (
        <span key={index} className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border bg-sunken px-1">
          {names[key] ?? key}
        </span>
      ))}
    </kbd>
  );
}
