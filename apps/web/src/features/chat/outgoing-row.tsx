'use client';
import { CircleAlert, Clock } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { VisibilityMark } from '@/ui/visibility-mark';
import { MessageBody } from './message-body';
import type { OutgoingMessage } from './model/outbox';

export interface OutgoingRowProps {
  outgoing: OutgoingMessage;
  head: boolean;
  twoSided: boolean;
  viewer: { id: string; name: string };
  onRetry: (key: string) => void;
  /** Takes it out of the queue and puts its text back into the composer. */
  onTakeBack: (outgoing: OutgoingMessage) => void;
}

/** A message on its way: quiet while it travels, with its reason when it was refused. */
export function OutgoingRow({ outgoing, head, twoSided, viewer, onRetry, onTakeBack }: OutgoingRowProps) {
  const { state, reason, attempts } = outgoing;
  const refused = state === 'REFUSED';
  return (
    <article aria-label={`You, ${refused ? 'not sent' : 'being sent'}`} className={cn('flex gap-2.5 px-4 py-0.5', head && 'mt-2 pt-1', twoSided && 'border-l-4', twoSided && (outgoing.side === 'CLIENT' ? 'border-l-client bg-client-soft/60' : 'border-l-internal-border'))}>
      <div className="w-8 shrink-0">{head ? <Avatar name={viewer.name} size="md" /> : null}</div>
      <div className="min-w-0 flex-1">
        {head ? <header className="flex items-center gap-2"><span className="text-sm font-semibold">{viewer.name}</span>{twoSided && outgoing.side === 'CLIENT' ? <VisibilityMark audience="client" /> : null}</header> : null}
        <div className={cn(!refused && 'opacity-70')}>
          {outgoing.body ? <MessageBody body={outgoing.body} viewerId={viewer.id} /> : null}
          {outgoing.files.length > 0 ? <p className="text-xs text-muted">{outgoing.files.map(({ name }) => name).join(', ')}</p> : null}
        </div>
        {refused ? (
          <p role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-xs text-danger-text">
            <CircleAlert aria-hidden className="size-3.5" />
            <span>Not sent. {reason}</span>
            <Button size="sm" onClick={() => onRetry(outgoing.key)}>Send again</Button>
            <Button size="sm" variant="ghost" onClick={() => onTakeBack(outgoing)}>Take back</Button>
          </p>
        ) : attempts > 0 && state === 'WAITING' ? (
          <p className="mt-0.5 flex items-center gap-1 text-xs text-muted"><Clock aria-hidden className="size-3" />Waits for the connection<Button size="sm" variant="ghost" onClick={() => onTakeBack(outgoing)}>Take back</Button></p>
        ) : (
          <p className="sr-only">Being sent</p>
        )}
      </div>
    </article>
  );
}
