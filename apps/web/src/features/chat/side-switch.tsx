'use client';
import { Globe, Lock } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Named, Side } from './model/types';

const names = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Carla Nunez and Leo Nunez", or how many more there are. */
export function readersInWords(people: readonly Pick<Named, 'name'>[]): string {
  const shown = people.slice(0, 3).map(({ name }) => name);
  const rest = people.length - shown.length;
  return names.format(rest > 0 ? [...shown, `${rest} more`] : shown);
}

export interface SideSwitchProps {
  side: Side;
  onSide: (side: Side) => void;
  /** The client's people who will read what is said to them. */
  clients: readonly Pick<Named, 'name'>[];
  /** Why this person may not speak to the client; null when they may. */
  refusal: string | null;
}

/** Whom one speaks to in a two-sided channel: colleagues, until one deliberately turns to the client. Says by name who will read it. */
export function SideSwitch({ side, onSide, clients, refusal }: SideSwitchProps) {
  const button = (value: Side, label: string, icon: React.ReactNode) => (
    <button
      type="button" role="radio" aria-checked={side === value} disabled={value === 'CLIENT' && refusal !== null} onClick={() => onSide(value)} title={value === 'CLIENT' ? (refusal ?? undefined) : undefined}
      className={cn(
        'inline-flex h-6 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium disabled:opacity-50 pointer-coarse:h-9 [&_svg]:size-3',
        side === value ? (value === 'CLIENT' ? 'border-client bg-client-soft text-client-text' : 'border-internal-border bg-internal-soft text-internal-text') : 'border-transparent text-muted hover:bg-hover hover:text-text',
      )}
    >
      {icon}
      {label}
    </button>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2.5 pt-2">
      <span role="radiogroup" aria-label="Who will read this" className="inline-flex gap-1">
        {button('INTERNAL', 'Internal', <Lock aria-hidden />)}
        {button('CLIENT', 'To the client', <Globe aria-hidden />)}
      </span>
      <span aria-live="polite" className={cn('text-xs', side === 'CLIENT' ? 'font-medium text-client-text' : 'text-muted')}>
        {side === 'CLIENT' ? (clients.length > 0 ? `${readersInWords(clients)} will read this` : 'The client will read this') : (refusal ?? 'Only colleagues read this')}
      </span>
    </div>
  );
}
