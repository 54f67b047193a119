import type { Tone } from '@/lib/tone';

/** What a notification is about. */
export type Kind = 'ASSIGNMENT' | 'MENTION' | 'MESSAGE' | 'STATUS' | 'MILESTONE' | 'APPROVAL' | 'CLIENT_UPDATE' | 'SLA' | 'SECURITY' | 'MAINTENANCE' | 'REMINDER' | 'HAND_OFF';
export type Channel = 'IN_APP' | 'EMAIL' | 'PUSH' | 'SMS' | 'SLACK' | 'TEAMS';

/** In the order of settings and groups. */
export const KINDS: readonly Kind[] = ['ASSIGNMENT', 'HAND_OFF', 'MENTION', 'MESSAGE', 'APPROVAL', 'STATUS', 'MILESTONE', 'SLA', 'REMINDER', 'CLIENT_UPDATE', 'SECURITY', 'MAINTENANCE'];
export const CHANNELS: readonly Channel[] = ['IN_APP', 'EMAIL', 'PUSH', 'SMS', 'SLACK', 'TEAMS'];

/** A kind, and what it means to the person. */
export const kindWords: Readonly<Record<Kind, { label: string; text: string; tone: Tone }>> = {
  ASSIGNMENT: { label: 'Assigned to you', text: 'Work was given to you.', tone: 'accent' },
  HAND_OFF: { label: 'Hand-offs', text: 'Something was handed to you, or came back.', tone: 'accent' },
  MENTION: { label: 'Mentions', text: 'Somebody named you, your role or everybody.', tone: 'internal' },
  MESSAGE: { label: 'Messages', text: 'Direct messages and conversations you follow.', tone: 'info' },
  APPROVAL: { label: 'Decisions', text: 'Somebody waits for your decision, or decided about something of yours.', tone: 'warning' },
  STATUS: { label: 'Changes of state', text: 'Something of yours moved on.', tone: 'neutral' },
  MILESTONE: { label: 'Milestones', text: 'A milestone was reached, moved or is due.', tone: 'success' },
  SLA: { label: 'Promised times', text: 'A promised time is close or over.', tone: 'danger' },
  REMINDER: { label: 'Reminders', text: 'What you wanted to be reminded of, and what is due.', tone: 'warning' },
  CLIENT_UPDATE: { label: 'Client updates', text: 'News on projects that clients see.', tone: 'client' },
  SECURITY: { label: 'Your account', text: 'Sign-ins and changes of your account.', tone: 'danger' },
  MAINTENANCE: { label: 'Maintenance', text: 'When the product is worked on.', tone: 'neutral' },
};

/** A kind as an administrator calls it, whoever is told. */
export const kindOfAnybody = (kind: Kind): string => (kind === 'ASSIGNMENT' ? 'Assignments' : kind === 'SECURITY' ? 'Accounts' : kindWords[kind].label);

/** What clients read about: the others never reach them. */
export const CLIENT_KINDS: readonly Kind[] = ['CLIENT_UPDATE', 'MILESTONE', 'MENTION', 'MESSAGE', 'APPROVAL', 'SECURITY', 'MAINTENANCE'];

export const channelWords: Readonly<Record<Channel, string>> = { IN_APP: 'Here', EMAIL: 'E-mail', PUSH: 'Browser', SMS: 'SMS', SLACK: 'Slack', TEAMS: 'Teams' };

const STAFF_PAGES: Readonly<Record<string, string>> = { lead: '/leads', deal: '/deals', customer: '/customers', quote: '/quotes', ticket: '/tickets', project: '/projects', task: '/tasks', channel: '/chat' };
const STAFF_LISTS: Readonly<Record<string, string>> = { handOff: '/hand-offs', timeOff: '/settings/directory' };
/** Records that are looked at inside another: where, and how they are pointed at. */
const INSIDE: Readonly<Record<string, { page: string; /** Empty: clients do not see it. */ portal: string; mark: (id: string) => string }>> = {
  message: { page: '/chat', portal: '/portal/chat', mark: (id) => `?message=${id}` },
  taskRequest: { page: '/tasks', portal: '', mark: () => '' },
  milestone: { page: '/projects', portal: '/portal/projects', mark: () => '' },
};

/** What a record's page is found by. */
export interface Place {
  subject?: string | null;
  recordId?: string | null;
  /** Where that record lies: the channel of a message, the project of a milestone. */
  contextId?: string | null;
  kind?: Kind;
  reason?: string;
}

/** The reason that rules give for alerts of the whole organization (libs/collaboration/notifications/rules). */
const TO_ADMINISTRATORS = 'You administer the organization';

/** Where a record is looked at; null for what has no page in this shell. */
export function pageOf(audience: 'staff' | 'client', { subject, recordId, contextId, kind, reason }: Place): string | null {
  if (kind === 'SECURITY' && reason === TO_ADMINISTRATORS) return '/settings/security';
  // Of one's own account: where one is signed in, and how to end it.
  if (kind === 'SECURITY') return audience === 'client' ? '/portal/account' : '/settings/sign-in';
  if (!subject || !recordId) return null;
  const inside = INSIDE[subject];
  if (inside && (audience === 'staff' || inside.portal)) return contextId ? `${audience === 'client' ? inside.portal : inside.page}/${contextId}${inside.mark(recordId)}` : null;
  if (audience === 'client') return subject === 'project' ? `/portal/projects/${recordId}` : subject === 'channel' ? `/portal/chat/${recordId}` : null;
  const page = STAFF_PAGES[subject];
  return page ? `${page}/${recordId}` : (STAFF_LISTS[subject] ?? null);
}

