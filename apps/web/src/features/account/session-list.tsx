'use client';
import { Monitor, Smartphone } from 'lucide-react';
import type { SessionRowFragment } from '@/gql/account/account';
import { Badge, Button, DateText } from '@/ui';
import { isPhone, methodText } from './session-words';

export interface SessionListProps {
  sessions: readonly SessionRowFragment[];
  /** Without it sessions are only shown. */
  onEnd?: (session: SessionRowFragment) => void;
  /** Id of the one that is being ended. */
  ending: string | null;
}

/** Where somebody is signed in, the device that asks marked. */
export function SessionList({ sessions, onEnd, ending }: SessionListProps) {
  return (
    <ul className="divide-y">
      {sessions.map((session) => {
        const Mark = isPhone(session.userAgent) ? Smartphone : Monitor;
        const place = [session.address, session.country].filter(Boolean).join(', ');
        return (
          <li key={session.id} className="flex items-start gap-3 px-4 py-3">
            <Mark aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {session.device}
                {session.current ? <Badge tone="success">This device</Badge> : null}
              </span>
              <span className="text-xs text-muted">
                {session.current ? 'In use now' : <>Last used <DateText value={session.lastSeenAt} format="relative" /></>}
                {place ? <> · <span className="tabular">{place}</span></> : null}
              </span>
              <span className="text-xs text-muted">
                Signed in <DateText value={session.createdAt} format="date-time" /> {methodText[session.method]}
              </span>
            </div>
            {onEnd && !session.current ? (
              <Button size="sm" busy={ending === session.id} aria-label={`Sign out ${session.device}, ${place || 'unknown place'}`} onClick={() => onEnd(session)}>
                Sign out
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
