import { cn } from '@/lib/cn';
import { type Tone, toneSoft } from '@/lib/tone';

const tones: readonly Tone[] = ['accent', 'success', 'warning', 'info', 'danger', 'client', 'internal', 'neutral'];
const sizes = { xs: 'size-4.5 text-[0.5625rem]', sm: 'size-6 text-2xs', md: 'size-8 text-xs', lg: 'size-12 text-md' };

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

function toneOf(name: string): Tone {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? 'neutral';
}

export interface AvatarProps {
  name: string;
  size?: keyof typeof sizes;
  /** Squared, for organizations and customers. */
  square?: boolean;
  className?: string;
}

/** Initials on a ground that stays the same for a name. Decorative: put the name beside it, or use `Person`. */
export function Avatar({ name, size = 'sm', square = false, className }: AvatarProps) {
  return (
    // The initials are drawn, not written: the name beside them is what is read and found.
    <span
      aria-hidden
      data-initials={initials(name)}
      className={cn(
        'inline-flex shrink-0 items-center justify-center font-semibold tracking-tight select-none before:content-[attr(data-initials)]',
        square ? 'rounded-md' : 'rounded-full',
        sizes[size],
        toneSoft[toneOf(name)],
        className,
      )}
    />
  );
}

/** Avatar and name on one line; a dash for nobody. */
export function Person({ name, size = 'xs', fallback = 'Nobody' }: { name: string | null | undefined; size?: AvatarProps['size']; fallback?: string }) {
  if (!name) return <span className="text-faint">{fallback}</span>;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar name={name} size={size} />
      <span className="truncate">{name}</span>
    </span>
  );
}

/** Up to `max` avatars overlapping, then a count; read out as names. */
export function AvatarStack({ names, max = 3 }: { names: readonly string[]; max?: number }) {
  const rest = names.length - max;
  return (
    <span className="inline-flex items-center" role="img" aria-label={names.join(', ') || 'Nobody'}>
      {names.slice(0, max).map((name, index) => (
        <Avatar key={`${name}-${index}`} name={name} className="-ml-1 ring-2 ring-raised first:ml-0" />
      ))}
      {rest > 0 ? <span className="ml-1 text-xs text-muted">+{rest}</span> : null}
    </span>
  );
}
