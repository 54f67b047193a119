import { cn } from '@/lib/cn';

/** The mark: one line through every stage. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={cn('size-6 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M5 21.5h5.2c5.6 0 6-11 11.6-11H27" className="fill-none stroke-on-accent" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="16" cy="16" r="3.4" className="fill-accent stroke-on-accent" strokeWidth="2.4" />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2.5 text-md font-semibold tracking-tight', className)}>
      <LogoMark />
      Throughline
    </span>
  );
}
