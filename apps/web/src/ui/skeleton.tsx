import { cn } from '@/lib/cn';

/** A grey shape where something is about to be. The region around it carries `aria-busy` and a spoken "Loading". */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-3 rounded-sm bg-border/80 animate-pulse-soft', className)} />;
}

/** Says "Loading …" to a screen reader once, beside drawn skeletons. */
export function LoadingNotice({ what }: { what: string }) {
  return (
    <span role="status" className="sr-only">
      Loading {what}
    </span>
  );
}
