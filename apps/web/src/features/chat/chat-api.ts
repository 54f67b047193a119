'use client';
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  ClientReadersDocument, ChatMessageDocument, type ChatMessageFactsFragment, ChatMessagesDocument, DeleteMessageDocument, EditMessageDocument, MentionCandidatesDocument, MessageRevisionsDocument, PinMessageDocument,
  PostMessageDocument, PublishMessageDocument, SearchMessagesDocument, type SearchMessagesQueryVariables, SetReactionDocument,
} from '@/gql/chat/chat';
import { failureOfErrors, toFailure, type UserError } from '@/graphql/failure';
import type { OutgoingMessage } from './model/outbox';
import type { Candidate, ChatMessage, Named, Page, PageRequest, Side } from './model/types';
import type { Sent } from './state/outbox-store';

export type Done = { ok: true; message: ChatMessage } | { ok: false; reason: string };

export interface Revision {
  id: string;
  body: string;
  at: string;
  by: string | null;
}

/** What chat asks of the server. Messages go past the cache: their order and their holes are kept by `useMessages`. */
export interface ChatApi {
  page: (request: PageRequest) => Promise<Page>;
  message: (id: string) => Promise<ChatMessage | null>;
  candidates: (channelId: string, side: Side, term: string) => Promise<readonly Candidate[]>;
  /** The client's people who read what is said to them. */
  clients: (channelId: string) => Promise<readonly Named[]>;
  search: (variables: SearchMessagesQueryVariables) => Promise<{ nodes: readonly ChatMessage[]; after: string | null }>;
  revisions: (id: string) => Promise<readonly Revision[]>;
  edit: (message: ChatMessage, body: string) => Promise<Done>;
  remove: (message: ChatMessage) => Promise<Done>;
  publish: (message: ChatMessage) => Promise<Done>;
  react: (message: ChatMessage, emoji: string, on: boolean) => Promise<Done>;
  pin: (message: ChatMessage, pinned: boolean) => Promise<Done>;
}

/** An answer's message as the pure parts know it: sequences are numbers. */
export const adapted = (message: ChatMessageFactsFragment): ChatMessage => ({ ...message, sequence: Number(message.sequence) });

async function ask<TData, TVariables extends OperationVariables>(client: ApolloClient, query: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
  const { data } = await client.query({ query: query as TypedDocumentNode<TData, OperationVariables>, variables, fetchPolicy: 'no-cache' });
  if (!data) throw new TypeError('No answer.');
  return data as TData;
}

interface MessagePayload {
  message?: ChatMessageFactsFragment | null;
  errors: readonly UserError[];
}

async function write<TData, TVariables extends OperationVariables>(client: ApolloClient, mutation: TypedDocumentNode<TData, TVariables>, variables: TVariables, select: (data: TData) => MessagePayload, key: string): Promise<Done & { code?: string }> {
  try {
    const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<TData, OperationVariables>, variables, fetchPolicy: 'no-cache', context: { headers: { 'Idempotency-Key': key } } });
    const payload = data ? select(data as TData) : null;
    const failure = payload ? failureOfErrors(payload.errors) : toFailure(null);
    if (failure) return { ok: false, reason: failure.message, code: failure.code };
    return payload?.message ? { ok: true, message: adapted(payload.message) } : { ok: false, reason: 'That message is not there any more.' };
  } catch (error) {
    const failure = toFailure(error);
    return { ok: false, reason: failure.message, code: failure.code };
  }
}

/** Codes that say nothing about the message itself: it is tried again under its key. */
const PASSING: readonly (string | undefined)[] = ['OFFLINE', 'CANCELLED', 'RATE_LIMITED', 'UNAUTHENTICATED'];

/** Sends one message of the outbox. Never throws. */
export async function postMessage(client: ApolloClient, outgoing: OutgoingMessage): Promise<Sent> {
  const { key, channelId, side, body, threadId, files, linkedSubject, linkedId } = outgoing;
  const input = { channelId, side, body, threadId, fileIds: files.map(({ id }) => id), linkedSubject, linkedId };
  const done = await write(client, PostMessageDocument, { input }, (data) => data.postMessage, key);
  if (done.ok) return { kind: 'POSTED', message: done.message };
  return PASSING.includes(done.code) ? { kind: 'UNANSWERED' } : { kind: 'REFUSED', reason: done.reason };
}

/** The API of chat over an Apollo client. */
export function chatApi(client: ApolloClient): ChatApi {
  const newKey = () => crypto.randomUUID();
  const sequence = (value: number | undefined) => (value === undefined ? null : String(value));
  return {
    page: async ({ channelId, threadId = null, side = null, beforeSequence, afterSequence, aroundSequence, onDate = undefined, pinned = undefined, first = 50 }) => {
      const variables = { channelId, threadId, side, beforeSequence: sequence(beforeSequence), afterSequence: sequence(afterSequence), aroundSequence: sequence(aroundSequence), onDate: onDate ?? null, pinned: pinned ?? null, first };
      const { messages } = await ask(client, ChatMessagesDocument, variables);
      return { nodes: messages.nodes.map(adapted), hasEarlier: messages.hasEarlier, hasLater: messages.hasLater };
    },
    message: async (id) => {
      try {
        const { message } = await ask(client, ChatMessageDocument, { id });
        return message ? adapted(message) : null;
      } catch (error) {
        if (toFailure(error).code === 'NOT_FOUND') return null;
        throw error;
      }
    },
    candidates: async (channelId, side, term) => (await ask(client, MentionCandidatesDocument, { channelId, side, search: term || null })).mentionCandidates.map((each) => ({ ...each, id: each.id ?? null, reason: each.reason ?? null })),
    clients: async (channelId) => (await ask(client, ClientReadersDocument, { channelId })).clientReaders.flatMap(({ id, name }) => (id ? [{ id, name }] : [])),
    search: async (variables) => {
      const { searchMessages } = await ask(client, SearchMessagesDocument, variables);
      return { nodes: searchMessages.nodes.map(adapted), after: searchMessages.pageInfo.hasNextPage ? (searchMessages.pageInfo.endCursor ?? null) : null };
    },
    revisions: async (id) => {
      const { message } = await ask(client, MessageRevisionsDocument, { id });
      return (message?.revisions ?? []).map((revision) => ({ id: revision.id, body: revision.body, at: revision.at, by: revision.editedBy?.name ?? null }));
    },
    edit: ({ id, version }, body) => write(client, EditMessageDocument, { input: { id, version, body } }, (data) => data.editMessage, newKey()),
    remove: ({ id, version }) => write(client, DeleteMessageDocument, { input: { id, version } }, (data) => data.deleteMessage, newKey()),
    publish: ({ id, version }) => write(client, PublishMessageDocument, { input: { id, version } }, (data) => data.publishMessage, newKey()),
    react: ({ id }, emoji, on) => write(client, SetReactionDocument, { input: { id, emoji, on } }, (data) => data.setReaction, newKey()),
    pin: ({ id }, pinned) => write(client, PinMessageDocument, { input: { id, pinned } }, (data) => data.pinMessage, newKey()),
  };
}

export function useChatApi(): ChatApi {
  const client = useApolloClient();
  return useMemo(() => chatApi(client), [client]);
}
