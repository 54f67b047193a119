'use client';
import { useTheme } from 'next-themes';
import { type ComponentType, useEffect, useState } from 'react';
import type { Toaster as SonnerToaster } from 'sonner';

const UNDO_MS = 10_000;
const ERROR_MS = 8_000;

type Sonner = typeof import('sonner');
let loading: Promise<Sonner> | null = null;
let announce: () => void = () => undefined;
const mounted = new Promise<void>((resolve) => {
  announce = resolve;
});
const waiting = new Set<() => void>();

/** Toasts are fetched with the first of them: most pages are read without any. */
async function sonner(): Promise<Sonner['toast']> {
  loading ??= import('sonner');
  for (const wake of waiting) wake();
  const [{ toast }] = await Promise.all([loading, mounted]);
  return toast;
}

/** The place where toasts appear; once per application. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  const [Place, setPlace] = useState<ComponentType<React.ComponentProps<typeof SonnerToaster>> | null>(null);
  useEffect(() => {
    const wake = () => {
      void loading?.then((module) => {
        setPlace(() => module.Toaster);
        // After it has been drawn and listens.
        setTimeout(announce, 0);
      });
    };
    waiting.add(wake);
    return () => void waiting.delete(wake);
  }, []);
  if (!Place) return null;
  return (
    <Place
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      mobileOffset={{ bottom: '4.5rem' }}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full md:w-88 items-start gap-2.5 rounded-lg border bg-raised px-3.5 py-3 text-sm text-text shadow-pop font-sans',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-muted',
          icon: 'mt-0.5 flex shrink-0 text-muted [&_svg]:size-4',
          actionButton: 'shrink-0 rounded-md px-2 py-0.5 font-medium text-accent-text hover:bg-hover',
          error: '[&_[data-icon]]:text-danger-text',
          success: '[&_[data-icon]]:text-success-text',
        },
      }}
    />
  );
}

async function undoNow(undo: () => Promise<void> | void): Promise<void> {
  const toast = await sonner();
  try {
    await undo();
    toast.success('Undone');
  } catch (error) {
    toast.error('Could not undo', { description: error instanceof Error ? error.message : undefined, duration: ERROR_MS });
  }
}

/** Tells what happened. Errors stay longer; `undo` keeps the toast for ten seconds. */
export const notify = {
  /** Done, with a way back: moves, archive, bulk edits. A failing undo says so. */
  undoable(message: string, undo: () => Promise<void> | void, detail?: string): void {
    void sonner().then((toast) => toast(message, { description: detail, duration: UNDO_MS, action: { label: 'Undo', onClick: () => void undoNow(undo) } }));
  },
  success(message: string, detail?: string): void {
    void sonner().then((toast) => toast.success(message, { description: detail }));
  },
  info(message: string, detail?: string): void {
    void sonner().then((toast) => toast(message, { description: detail }));
  },
  /** `detail` is the reason, a sentence a person can act on. */
  error(message: string, detail?: string): void {
    void sonner().then((toast) => toast.error(message, { description: detail, duration: ERROR_MS }));
  },
};
