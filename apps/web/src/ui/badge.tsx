import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { type Tone, toneFill, toneSoft } from '@/lib/tone';

export interface BadgeProps {
  tone?: Tone;
  /** A coloured dot before the word; with `plain` the ground is left out (for dense lists). */
  dot?: boolean;
  plain?: boolean;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A status or a label: always a word, the colour only helps. */
export function Badge({ tone = 'neutral', dot = false, plain = false, icon, className, children }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1.5 whitespace-nowrap text-xs font-medium [&_svg]:size-3',
        plain ? 'text-text' : cn('h-5 rounded-full px-2', toneSoft[tone]),
        className,
      )}
    >
      {dot ? <span aria-hidden className={cn('size-1.5 shrink-0 rounded-full', toneFill[tone])} /> : icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
