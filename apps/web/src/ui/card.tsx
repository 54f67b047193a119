import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** A raised block with an optional head; the unit of record pages and dashboards. */
export function Card({ title, actions, children, flush = false, className }: { title?: ReactNode; actions?: ReactNode; children: ReactNode; flush?: boolean; className?: string }) {
  return (
    <section className={cn('rounded-lg border bg-raised', className)}>
      {title || actions ? (
        <header className="flex min-h-11 items-center justify-between gap-3 border-b px-4 py-2">
          <h2 className="text-sm font-semibold">{title}</h2>
          {actions}
        </header>
      ) : null}
      <div className={cn(!flush && 'p-4')}>{children}</div>
    </section>
  );
}
