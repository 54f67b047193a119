'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { cn } from '@/lib/cn';
import { Button } from './button';
import { useDialogFocus } from './dialog-focus';
import type { SheetProps } from './sheet';

const sides = {
  left: 'inset-y-0 left-0 w-72 max-w-[85vw] border-r animate-slide-right',
  right: 'inset-y-0 right-0 w-full max-w-md border-l animate-slide-left',
  bottom: 'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t animate-slide-up',
};

/** The panel itself; see `Sheet`. */
export function SheetPart({ open, onOpenChange, title, hideTitle = false, side = 'right', footer, children }: SheetProps) {
  const { onCloseAutoFocus } = useDialogFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-fade" />
        <Radix.Content aria-describedby={undefined} onCloseAutoFocus={onCloseAutoFocus} className={cn('fixed z-40 flex flex-col bg-raised shadow-pop outline-none', sides[side])}>
          <header className={cn('flex h-12 shrink-0 items-center justify-between gap-3 border-b pr-2 pl-4', hideTitle && 'absolute right-0 z-10 border-0')}>
            <Radix.Title className={cn('truncate text-base font-semibold', hideTitle && 'sr-only')}>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label="Close">
                <X aria-hidden className="size-4" />
              </Button>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer ? <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
