import { cn } from '@/lib/cn';

/** The figure of an entry: a pill at its end, or a small mark on its icon. Nothing for 0. */
export function NavCount({ count, narrow }: { count: number; narrow: boolean }) {
  if (count === 0) return null;
  const text = count > 99 ? '99+' : String(count);
  return (
    <span className={cn('tabular rounded-full text-2xs font-semibold', narrow ? 'absolute -top-1 -right-1.5 flex h-4 min-w-4 items-center justify-center bg-danger px-1 text-on-accent' : 'ml-auto bg-accent-soft px-1.5 text-accent-text')}>
      {text}
      <span className="sr-only"> unread</span>
    </span>
  );
}
