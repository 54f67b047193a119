'use client';
import { useEffect, useMemo, useRef } from 'react';
import { notify } from '@/ui/toaster';
import type { ChatApi } from '../chat-api';
import type { MessageCommands } from '../message-actions';
import { readable } from '../model/composing';
import type { ChatMessage } from '../model/types';

/** A dialog about one message. */
export interface MessageDialog {
  kind: 'DELETE' | 'PUBLISH' | 'REVISIONS' | 'TASK' | 'TICKET' | 'REMIND';
  message: ChatMessage;
}

export interface CommandSettings {
  api: ChatApi;
  viewer: { id: string; name: string };
  /** Puts a message into the list. */
  put: (message: ChatMessage) => void;
  edit: (message: ChatMessage) => void;
  /** Opens a thread; null inside one. */
  thread: ((threadId: string) => void) | null;
  ask: (dialog: MessageDialog) => void;
  /** Address of a message's page. */
  linkOf: (message: ChatMessage) => string;
  /** Clients make no tasks and tickets of messages. */
  makes: boolean;
}

/** The message with a reaction more or less, as the server will answer. */
function reacted(message: ChatMessage, viewer: { id: string; name: string }, emoji: string, on: boolean): ChatMessage {
  const known = message.reactions.find((each) => each.emoji === emoji);
  if (Boolean(known?.mine) === on) return message;
  const others = known?.users.filter(({ id }) => id !== viewer.id) ?? [];
  const next = { emoji, mine: on, count: (known?.count ?? 0) + (on ? 1 : -1), users: on ? [...others, viewer] : others };
  const reactions = known ? message.reactions.map((each) => (each === known ? next : each)) : [...message.reactions, next];
  return { ...message, reactions: reactions.filter(({ count }) => count > 0) };
}

async function copy(text: string, told: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify.success(told);
  } catch {
    notify.error('Not copied', 'The browser did not allow it.');
  }
}

/** What the buttons and keys of a message do. The same object for as long as the list lives, so that rows are not drawn anew. */
export function useMessageCommands(settings: CommandSettings): MessageCommands {
  const now = useRef(settings);
  useEffect(() => {
    now.current = settings;
  });
  const hasReply = settings.thread !== null;
  const { makes } = settings;
  return useMemo<MessageCommands>(() => {
    const guess = async (message: ChatMessage, guessed: ChatMessage, run: () => ReturnType<ChatApi['react']>, failed: string) => {
      now.current.put(guessed);
      const done = await run();
      now.current.put(done.ok ? done.message : message);
      if (!done.ok) notify.error(failed, done.reason);
    };
    return {
      react: (message, emoji, on) => void guess(message, reacted(message, now.current.viewer, emoji, on), () => now.current.api.react(message, emoji, on), 'Not reacted'),
      pin: (message, on) =>
        void guess(message, { ...message, pinnedAt: on ? new Date().toISOString() : null, pinnedBy: on ? now.current.viewer : null }, () => now.current.api.pin(message, on), on ? 'Not pinned' : 'Not unpinned'),
      edit: (message) => now.current.edit(message),
      reply: hasReply ? ({ id }) => now.current.thread?.(id) : null,
      openThread: (threadId) => now.current.thread?.(threadId),
      remove: (message) => now.current.ask({ kind: 'DELETE', message }),
      publish: (message) => now.current.ask({ kind: 'PUBLISH', message }),
      revisions: (message) => now.current.ask({ kind: 'REVISIONS', message }),
      toTask: makes ? (message) => now.current.ask({ kind: 'TASK', message }) : null,
      toTicket: makes ? (message) => now.current.ask({ kind: 'TICKET', message }) : null,
      remind: (message) => now.current.ask({ kind: 'REMIND', message }),
      copyLink: (message) => void copy(new URL(now.current.linkOf(message), window.location.origin).href, 'Link copied'),
      copyText: (message) => void copy(readable(message.body ?? ''), 'Text copied'),
    };
  }, [hasReply, makes]);
}
