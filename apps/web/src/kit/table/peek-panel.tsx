'use client';
import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useIsPhone } from '@/lib/use-media';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Tooltip } from '@/ui/tooltip';

export interface PeekPanelProps {
  label: string;
  href: string | undefined;
  /** Null at the ends. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onClose: () => void;
  children: ReactNode;
}

/** A record beside its list, with next and previous; a full sheet on a phone. */
export function PeekPanel({ label, href, onPrevious, onNext, onClose, children }: PeekPanelProps) {
  const phone = useIsPhone();
  if (phone) {
    return (
      <Sheet open onOpenChange={onClose} title={label} side="bottom">
        <div className="p-4">{children}</div>
      </Sheet>
    );
  }
  const step = (name: string, keys: string, run: (() => void) | null, icon: ReactNode) => (
    <Tooltip label={name} keys={keys}>
      <Button variant="ghost" size="icon-sm" aria-label={name} disabled={!run} onClick={() => run?.()}>
        {icon}
      </Button>
    </Tooltip>
  );
  return (
    <aside aria-label={label} className="flex w-104 max-w-[45%] shrink-0 flex-col border-l bg-raised animate-slide-left">
      <header className="flex h-11 shrink-0 items-center gap-0.5 border-b px-2">
        {step('Previous', 'K', onPrevious, <ChevronUp aria-hidden className="size-4" />)}
        {step('Next', 'J', onNext, <ChevronDown aria-hidden className="size-4" />)}
        <span className="flex-1" />
        {href ? (
          <Tooltip label="Open the page" keys="O">
            <Button asChild variant="ghost" size="icon-sm">
              <Link href={href} aria-label="Open the page">
                <Maximize2 aria-hidden className="size-3.5" />
              </Link>
            </Button>
          </Tooltip>
        ) : null}
        {step('Close', 'Escape', onClose, <X aria-hidden className="size-4" />)}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
    </aside>
  );
}
