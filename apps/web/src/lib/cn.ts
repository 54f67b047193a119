import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// The scale of globals.css has sizes Tailwind does not know; unnamed they would be taken for colours.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['2xs', 'md'], shadow: ['pop', 'lift'], animate: ['pop', 'fade', 'pulse-soft'] } },
});

/** Joins class names; of two that set the same thing the later wins. */
export function cn(...parts: ClassValue[]): string {
  return merge(clsx(parts));
}
