'use client';
import { CornerDownRight } from 'lucide-react';
import { cn } from '@/lib/cn';
import { DateText } from '@/ui/date-text';
import { plainText } from './model/markdown';
import type { ChatMessage } from './model/types';

/** An answer of a thread among the channel's messages: told in one line, so that nobody misses it; a click opens the thread. */
export function ReplyRow({ message, twoSided, client, current, marked, onOpen }: { message: ChatMessage; twoSided: boolean; client: boolean; current: boolean; marked: boolean; onOpen: (threadId: string) => void }) {
  const author = message.author?.name ?? 'Somebody who left';
  const words = message.body ? plainText(message.body) || 'a file' : 'deleted';
  const marks = twoSided && !client;
  return (
    <button
      type="button" data-message={message.id} tabIndex={current ? 0 : -1} onClick={() => message.threadId && onOpen(message.threadId)}
      className={cn('ring-inside flex w-full items-center gap-1.5 py-1 pr-4 pl-7 text-left text-xs text-muted hover:bg-hover', marks && 'border-l-4', marks && (message.side === 'CLIENT' ? 'border-l-client bg-client-soft/60' : 'border-l-internal-border'), marked && 'bg-warning-soft/70')}
    >
      <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-faint" />
      <span className="shrink-0"><span className="font-medium text-text">{author}</span> answered{marks ? (message.side === 'CLIENT' ? ', the client sees it' : ', internal') : ''}:</span>
      <span className="min-w-0 flex-1 truncate">{words}</span>
      <DateText value={message.createdAt} format="time" className="shrink-0" />
    </button>
  );
}
