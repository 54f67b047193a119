'use client';
import { useTheme } from 'next-themes';
import { Toaster as Sonner, toast } from 'sonner';

const UNDO_MS = 10_000;

/** The place where toasts appear; once per shell. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
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

/** Tells what happened. Errors stay longer; `undo` keeps the toast for ten seconds. */
export const notify = {
  /** Done, with a way back: moves, archive, bulk edits. A failing undo says so. */
  undoable(message: string, undo: () => Promise<void> | void, detail?: string): void {
    toast(message, {
      description: detail,
      duration: UNDO_MS,
      action: {
        label: 'Undo',
        onClick: () => {
          void (async () => {
            try {
              await undo();
              toast.success('Undone');
            } catch (error) {
              toast.error('Could not undo', { description: error instanceof Error ? error.message : undefined, duration: 8_000 });
            }
          })();
        },
      },
    });
  },
  success(message: string, detail?: string): void {
    toast.success(message, { description: detail });
  },
  info(message: string, detail?: string): void {
    toast(message, { description: detail });
  },
  /** `detail` is the reason, a sentence a person can act on. */
  error(message: string, detail?: string): void {
    toast.error(message, { description: detail, duration: 8_000 });
  },
};
