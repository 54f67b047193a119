import type { ConsumedEvent } from '@throughline/platform/events';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';

/** Who is told, as the event or the record says it; `recipients.ts` finds the people. Nobody is told who may not see the record. */
export const AUDIENCES = {
  ADDED_ASSIGNEES: 'people who work on it since this change',
  NEW_OWNER: 'who owns it since this change',
  OWNER: 'who owns it',
  ASSIGNEES: 'people who work on it',
  HOLDERS: 'who owns what the file lies on, and people who work on that',
  CREATOR: 'who made it',
  REVIEWER: 'the task\'s reviewer, else who may review it in its department',
  APPROVERS: 'who may approve the project',
  REQUEST_DECIDERS: 'who may decide about the request',
  TIME_OFF_DECIDERS: 'who may decide about the time off',
  REQUESTER: 'who asked for the sub-task',
  SUBMITTER: 'who submitted the project last',
  CLIENTS: 'people of the customer',
  ACCOUNT: 'the person whose account it is',
  ADMINISTRATORS: 'administrators',
  EVERYBODY: 'everybody with an account',
  TAKERS: 'the person it is handed to, else who may answer for their department',
  GIVER: 'who handed it over',
  MENTIONED: 'people the message names',
  THREAD: 'people of the message\'s thread',
  FOLLOWERS: 'people who follow the channel and want every message',
  CLIENT_FOLLOWERS: 'people of the client who do',
} as const;
export type Audience = keyof typeof AUDIENCES;

/**
 * Which record it is about: the event's own, the one that is handed over, the one a file lies on, or none (the account). Of `MESSAGE` the name is the channel's.
 */
export type About = 'SUBJECT' | 'HANDED_OVER' | 'TASK_OF_REQUEST' | 'MESSAGE' | 'MILESTONES_REACHED' | 'REMINDED' | 'FILE_HOLDER' | 'NOTHING';

/** One line of the table: when this happened, these people are told this. */
export interface Rule {
  kind: NotificationKind;
  /** Why a person is told, in words. */
  reason: string;
  /** With the places `{actor}`, `{record}` and those of `words`. */
  title: string;
  to: readonly Audience[];
  about?: About;
  /** Only when the event says so. */
  when?: (event: ConsumedEvent) => boolean;
  /** A second line, from the event. */
  body?: (event: ConsumedEvent) => string | null;
  /** Further places of the title, from the event. */
  words?: (event: ConsumedEvent) => Record<string, string>;
  /** Belongs into the alert panel until it is done. */
  urgent?: true;
  /** Tells the actor too: somebody who is in one's account acts as oneself. */
  evenActor?: true;
  /** Only on these, where something else tells by the others already. */
  only?: readonly NotificationChannel[];
  /** What was told once for a record is not told again, whatever happens to it later. */
  once?: true;
}

export const PLACES = /\{(\w+)\}/g;

/** A changed value of an event. */
export const after = (event: ConsumedEvent, field: string): unknown => event.changes[field]?.after;
export const before = (event: ConsumedEvent, field: string): unknown => event.changes[field]?.before;

/** What somebody said with it. */
export function saidIn(event: ConsumedEvent): string | null {
  for (const field of ['reason', 'statusReason', 'conditions', 'note']) {
    const said = after(event, field);
    if (typeof said === 'string' && said.trim()) return said.trim();
  }
  return null;
}

/** `IN_PROGRESS` -> `in progress`. */
export const inWords = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase().replaceAll('_', ' ') : 'changed');
