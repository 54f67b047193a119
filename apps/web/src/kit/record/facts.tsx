import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** Side facts of a record: name and value, one a line. */
export function FactList({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      {title ? <h2 className="mb-1 text-xs font-medium text-muted">{title}</h2> : null}
      <dl className="flex flex-col">{children}</dl>
    </section>
  );
}

/** One fact; the value may be an `InlineEdit`. `stack` puts long values under the name. */
export function Fact({ label, children, stack = false }: { label: string; children: ReactNode; stack?: boolean }) {
  return (
    <div className={cn('min-h-8 gap-x-3 py-0.5', stack ? 'flex flex-col' : 'grid grid-cols-[7.5rem_minmax(0,1fr)] items-start')}>
      <dt className="flex min-h-7 items-center text-sm text-muted">{label}</dt>
      <dd className="flex min-h-7 min-w-0 items-center text-sm [&>*]:min-w-0">{children}</dd>
    </div>
  );
}
