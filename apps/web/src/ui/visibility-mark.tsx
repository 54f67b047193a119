import { Globe, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** Who can see a thing: only staff, or the client too. */
export type Audience = 'internal' | 'client';

const words: Record<Audience, string> = { internal: 'Internal', client: 'Client can see' };

/** The mark for internal and client-visible: own hue, own icon, own words, so that no one relies on colour. `compact` leaves the words to screen readers on a phone. */
export function VisibilityMark({ audience, label, compact = false, className }: { audience: Audience; label?: string; compact?: boolean; className?: string }) {
  const Icon = audience === 'internal' ? Lock : Globe;
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap',
        audience === 'internal' ? 'border-internal-border bg-internal-soft text-internal-text' : 'border-client-border bg-client-soft text-client-text',
        className,
      )}
    >
      <Icon aria-hidden className="size-3" />
      <span className={compact ? 'max-md:sr-only' : undefined}>{label ?? words[audience]}</span>
    </span>
  );
}

/** A block that belongs wholly to one audience: tinted ground, an edge, and the mark at its head. */
export function AudiencePanel({ audience, title, children, className }: { audience: Audience; title?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section
      className={cn(
        'rounded-lg border border-l-2 p-3',
        audience === 'internal' ? 'border-internal-border border-l-internal bg-internal-soft/50' : 'border-client-border border-l-client bg-client-soft/50',
        className,
      )}
    >
      <header className="mb-2 flex items-center justify-between gap-2">
        {title ? <div className="font-medium">{title}</div> : <span />}
        <VisibilityMark audience={audience} />
      </header>
      {children}
    </section>
  );
}
