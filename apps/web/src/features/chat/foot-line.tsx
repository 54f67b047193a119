'use client';
import { useViewer } from '@/session';
import type { ChatChannel, ChatMessage } from './model/types';
import { readersInWords } from './side-switch';
import type { PersonHere } from '../presence/use-record-presence';

/** Between messages and composer: who writes at this moment, else who has read what one said last. */
export function FootLine({ last, channel, client, here, typing }: { last: ChatMessage | null; channel: ChatChannel; client: boolean; here: readonly PersonHere[]; typing: readonly PersonHere[] }) {
  const viewer = useViewer();
  const seen = last?.author?.id === viewer.id && !last.deletedAt
    ? channel.readers.flatMap(({ user, lastReadSequence }) => (user && user.id !== viewer.id && lastReadSequence >= last.sequence && (!client || !user.client) ? [user] : []))
    : [];
  const watching = here.length;
  return (
    <p aria-live="polite" className="h-5 shrink-0 truncate px-4 text-xs text-muted">
      {typing.length > 0 ? `${readersInWords(typing)} ${typing.length === 1 ? 'is' : 'are'} writing…` : seen.length > 0 ? `Seen by ${readersInWords(seen)}` : watching > 0 && !client ? `${readersInWords(here)} ${watching === 1 ? 'is' : 'are'} here` : ''}
    </p>
  );
}
