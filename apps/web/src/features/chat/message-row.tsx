'use client';
import { CornerDownRight, Link2, Lock, MessageSquare, Pin } from 'lucide-react';
import Link from 'next/link';
import { type KeyboardEvent, memo } from 'react';
import { cn } from '@/lib/cn';
import { Avatar } from '@/ui/avatar';
import { DateText } from '@/ui/date-text';
import { VisibilityMark } from '@/ui/visibility-mark';
import { Attachments } from '../files/attachments';
import { MessageActions, type MessageCommands } from './message-actions';
import { MessageBody } from './message-body';
import { plainText } from './model/markdown';
import { can, type ChatMessage } from './model/types';
import { Reactions } from './reactions';
import { recordHref } from './record-link';

export interface MessageRowProps {
  message: ChatMessage;
  head: boolean;
  /** The channel has a client's side: each message shows whose eyes it is for. */
  twoSided: boolean;
  /** A client looks: no marks, no internal words. */
  client: boolean;
  viewerId: string;
  commands: MessageCommands;
  /** Was jumped to. */
  marked?: boolean;
  /** The one that Tab reaches. */
  current?: boolean;
}

/** Keys of a focused message; while a button inside has the focus they are the button's. */
function onKey(event: KeyboardEvent<HTMLElement>, message: ChatMessage, commands: MessageCommands): void {
  if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
  const may = (move: string) => can(message.viewerCan, move);
  const key = event.key.toLowerCase();
  const run = key === 'e' && may('edit') ? () => commands.edit(message)
    : key === 'r' && commands.reply && may('reply') ? () => commands.reply?.(message)
    : key === 'p' && may('pin') ? () => commands.pin(message, !message.pinnedAt)
    : key === 'l' ? () => commands.copyLink(message)
    : key === 'delete' && may('delete') ? () => commands.remove(message)
    : null;
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** One message: who, when, for whose eyes, what, and what others made of it. */
export const MessageRow = memo(function MessageRow({ message, head, twoSided, client, viewerId, commands, marked = false, current = false }: MessageRowProps) {
  const author = message.author?.name ?? 'Somebody who left';
  const marks = twoSided && !client;
  const toClient = message.side === 'CLIENT';
  const deleted = message.deletedAt !== null || message.body === null;
  const linkedTo = message.linkedId && message.linkedSubject ? recordHref(message.linkedSubject, message.linkedId) : null;
  return (
    <article
      data-message={message.id} tabIndex={current ? 0 : -1} onKeyDown={(event) => onKey(event, message, commands)}
      aria-label={`${author}${marks ? (toClient ? ', the client can see it' : ', internal') : ''}: ${deleted ? 'deleted' : plainText(message.body ?? '').slice(0, 160)}`}
      className={cn(
        'group/message ring-inside relative flex gap-2.5 px-4 py-0.5 hover:bg-hover/60', head && 'mt-2 pt-1',
        marks && (toClient ? 'border-l-4 border-l-client bg-client-soft/60 hover:bg-client-soft' : 'border-l-4 border-l-internal-border'),
        marked && 'bg-warning-soft/70',
      )}
    >
      <div className="w-8 shrink-0">
        {head ? <Avatar name={author} size="md" /> : <DateText value={message.createdAt} format="time" className="invisible block pt-0.5 text-right text-[0.625rem] whitespace-nowrap text-muted group-hover/message:visible group-focus-within/message:visible" />}
      </div>
      <div className="min-w-0 flex-1">
        {head ? (
          <header className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="text-sm font-semibold">{author}</span>
            <DateText value={message.createdAt} format="time" className="text-xs text-muted" />
            {marks ? toClient ? <VisibilityMark audience="client" /> : <span className="inline-flex items-center gap-1 text-xs text-internal-text"><Lock aria-hidden className="size-3" />Internal</span> : null}
          </header>
        ) : null}
        {message.pinnedAt && !deleted ? <p className="flex items-center gap-1 text-xs text-warning-text"><Pin aria-hidden className="size-3" />Pinned{message.pinnedBy ? ` by ${message.pinnedBy.name}` : ''}</p> : null}
        {deleted ? (
          <p className="text-sm text-muted italic">This message was deleted<DateText value={message.deletedAt} format="time" fallback="" className="ml-1.5 text-xs not-italic" /></p>
        ) : (
          <>
            {message.body ? <MessageBody body={message.body} viewerId={viewerId} /> : null}
            {message.editedAt || (marks && message.publishedAt) ? (
              <p className="flex flex-wrap gap-x-2 text-xs text-muted">
                {message.editedAt ? (client ? <span>edited</span> : <button type="button" className="rounded-sm hover:text-text hover:underline" onClick={() => commands.revisions(message)}>edited</button>) : null}
                {marks && message.publishedAt ? <span className="text-client-text">shown to the client <DateText value={message.publishedAt} format="relative" /></span> : null}
              </p>
            ) : null}
            {linkedTo ? <Link href={linkedTo} className="mt-1 inline-flex max-w-full items-center gap-1.5 rounded-md border bg-raised px-2 py-1 text-xs font-medium hover:border-border-strong"><Link2 aria-hidden className="size-3.5 shrink-0 text-muted" /><span className="truncate">{message.linkedName ?? 'Linked record'}</span></Link> : null}
            <Attachments files={message.files} className="mt-1" />
            <Reactions message={message} onReact={(emoji, on) => commands.react(message, emoji, on)} />
          </>
        )}
        {message.replyCount > 0 && commands.reply ? (
          <button type="button" onClick={() => commands.reply?.(message)} className="mt-1 inline-flex items-center gap-1.5 rounded-md py-0.5 pr-2 text-xs font-medium text-accent-text hover:underline">
            <CornerDownRight aria-hidden className="size-3.5 text-faint" />
            <MessageSquare aria-hidden className="size-3.5" />
            {message.replyCount === 1 ? '1 answer' : `${message.replyCount} answers`}
            <DateText value={message.lastReplyAt} format="relative" fallback="" className="font-normal text-muted" />
          </button>
        ) : null}
      </div>
      {deleted ? null : (
        <div className="absolute -top-3 right-3 z-10 opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:static pointer-coarse:self-start pointer-coarse:opacity-100 pointer-coarse:[&>div]:border-0 pointer-coarse:[&>div]:bg-transparent pointer-coarse:[&>div]:shadow-none">
          <MessageActions message={message} commands={commands} client={client} />
        </div>
      )}
    </article>
  );
});
