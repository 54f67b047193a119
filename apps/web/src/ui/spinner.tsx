import { LoaderCircle } from 'lucide-react';
import { cn } from '@/lib/cn';

/** A small turning mark; decorative, the element that waits carries `aria-busy`. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />;
}
