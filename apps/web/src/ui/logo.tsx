import { cn } from '@/lib/cn';

/** The mark: one line through every stage. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={cn('size-6 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M3 22.5h6.5c7 0 6-13 13-13H29" className="fill-none stroke-on-accent" strokeWidth="2.8" />
      <circle cx="16" cy="16" r="4.2" className="fill-on-accent" />
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
