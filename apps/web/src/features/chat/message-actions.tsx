'use client';
import { AlarmClock, CheckSquare, Copy, Globe, History, Link2, MessageSquareReply, MoreHorizontal, Pencil, Pin, PinOff, Ticket, Trash2 } from 'lucide-react';
import { cn } from '@/lib/cn';
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu';
import { Tooltip } from '@/ui/tooltip';
import { quickEmoji } from './model/emoji';
import { can, type ChatMessage } from './model/types';
import { EmojiButton } from './reactions';

/** What can be done with a message; kept the same object, so that rows are not drawn anew. */
export interface MessageCommands {
  react: (message: ChatMessage, emoji: string, on: boolean) => void;
  /** Opens its thread; null inside one. */
  reply: ((message: ChatMessage) => void) | null;
  /** Opens a thread by the message that began it. */
  openThread: (threadId: string) => void;
  edit: (message: ChatMessage) => void;
  remove: (message: ChatMessage) => void;
  publish: (message: ChatMessage) => void;
  pin: (message: ChatMessage, on: boolean) => void;
  revisions: (message: ChatMessage) => void;
  /** Null where there is no page to link to or nothing to make. */
  copyLink: (message: ChatMessage) => void;
  copyText: (message: ChatMessage) => void;
  toTask: ((message: ChatMessage) => void) | null;
  toTicket: ((message: ChatMessage) => void) | null;
  remind: (message: ChatMessage) => void;
}

const look = 'inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text pointer-coarse:size-9';

/** The row of buttons at a message: quick reactions, answer, and everything else in a menu. */
export function MessageActions({ message, commands, client }: { message: ChatMessage; commands: MessageCommands; client: boolean }) {
  const { viewerCan } = message;
  const may = (move: string) => can(viewerCan, move);
  const reply = commands.reply;
  const make: MenuItem[] = [];
  if (commands.toTask && may('createTask')) make.push({ id: 'task', label: 'Make a task of it…', icon: <CheckSquare />, onSelect: () => commands.toTask?.(message) });
  if (commands.toTicket && may('createTicket')) make.push({ id: 'ticket', label: 'Make a ticket of it…', icon: <Ticket />, onSelect: () => commands.toTicket?.(message) });
  const main: MenuItem[] = [
    ...(reply && may('reply') ? [{ id: 'reply', label: 'Answer in a thread', icon: <MessageSquareReply />, keys: 'R', onSelect: () => reply(message) }] : []),
    ...(may('edit') ? [{ id: 'edit', label: 'Edit', icon: <Pencil />, keys: 'E', onSelect: () => commands.edit(message) }] : []),
    ...(may('publish') ? [{ id: 'publish', label: 'Show to the client…', icon: <Globe />, onSelect: () => commands.publish(message) }] : []),
    ...(may('pin') ? [{ id: 'pin', label: message.pinnedAt ? 'Unpin' : 'Pin to the channel', icon: message.pinnedAt ? <PinOff /> : <Pin />, keys: 'P', onSelect: () => commands.pin(message, !message.pinnedAt) }] : []),
    { id: 'remind', label: 'Remind me…', icon: <AlarmClock />, onSelect: () => commands.remind(message) },
    { id: 'link', label: 'Copy link', icon: <Link2 />, keys: 'L', onSelect: () => commands.copyLink(message) },
    { id: 'text', label: 'Copy text', icon: <Copy />, onSelect: () => commands.copyText(message) },
    ...(message.editedAt && !client ? [{ id: 'revisions', label: 'Earlier versions…', icon: <History />, onSelect: () => commands.revisions(message) }] : []),
  ];
  const remove: MenuItem[] = may('delete') ? [{ id: 'delete', label: 'Delete…', icon: <Trash2 />, danger: true, onSelect: () => commands.remove(message) }] : [];
  return (
    <div role="group" aria-label="What to do with this message" className="flex items-center rounded-lg border bg-raised p-0.5 shadow-lift">
      {may('react') ? (
        <span className="flex pointer-coarse:hidden pointer-coarse:group-focus-within/message:flex">
          <span className="flex max-md:hidden">
            {quickEmoji.slice(0, 3).map((emoji) => {
              const mine = message.reactions.some((each) => each.emoji === emoji && each.mine);
              return (
                <button key={emoji} type="button" aria-label={mine ? `Take ${emoji} back` : `React with ${emoji}`} onClick={() => commands.react(message, emoji, !mine)} className={look}>
                  <span aria-hidden>{emoji}</span>
                </button>
              );
            })}
          </span>
          <EmojiButton label="Another reaction" onChoose={(emoji) => commands.react(message, emoji, true)} />
        </span>
      ) : null}
      {reply && may('reply') ? (
        <Tooltip label="Answer in a thread" keys="R">
          <button type="button" aria-label="Answer in a thread" className={cn(look, 'pointer-coarse:hidden pointer-coarse:group-focus-within/message:inline-flex')} onClick={() => reply(message)}>
            <MessageSquareReply aria-hidden className="size-4" />
          </button>
        </Tooltip>
      ) : null}
      <DropdownMenu
        groups={[{ id: 'main', items: main }, { id: 'make', items: make }, { id: 'delete', items: remove }]}
        trigger={
          <button type="button" aria-label="More for this message" className={look}>
            <MoreHorizontal aria-hidden className="size-4" />
          </button>
        }
      />
    </div>
  );
}
