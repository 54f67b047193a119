/**
 * What a channel is for. DIRECT, GROUP and PRIVATE belong to their members; DEPARTMENT to the people of a department; the others follow
 * a record: who sees the record sees its channel (CHA-01).
 */
export const CHANNEL_KINDS = ['DIRECT', 'GROUP', 'PRIVATE', 'DEPARTMENT', 'PROJECT', 'TASK', 'CUSTOMER', 'RECORD'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Whom a message is for: only the organization's own people, or its client too (AHEAD-08). */
export const MESSAGE_SIDES = ['INTERNAL', 'CLIENT'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** What a person is told of in a channel. */
export const CHANNEL_NOTIFY = ['ALL', 'MENTIONS', 'NONE'] as const;
export type ChannelNotify = (typeof CHANNEL_NOTIFY)[number];

export const MEMBER_ROLES = ['OWNER', 'MEMBER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Those made of members alone. */
export const isByMembers = (kind: ChannelKind): boolean => kind === 'DIRECT' || kind === 'GROUP' || kind === 'PRIVATE';

/** A kind of record that can have a channel. */
export interface ChannelRecord {
  readonly kind: Extract<ChannelKind, 'PROJECT' | 'TASK' | 'CUSTOMER' | 'RECORD'>;
  readonly table: string;
  /** SQL over the record's alias: what the channel is called. */
  readonly name: (alias: string) => string;
  /** SQL: whether the record is over, and so its channel archived. */
  readonly over: (alias: string) => string;
  /** SQL: whether the client's people can be spoken to there. */
  readonly twoSided: (alias: string) => string;
  /** Made with the record; otherwise when somebody first speaks. */
  readonly atOnce: boolean;
}

const never = (): string => 'false';

/** The records that channels follow, by subject; their rules decide who sees the channel. */
export const CHANNEL_RECORDS = {
  project: {
    kind: 'PROJECT', table: 'project', atOnce: true, name: (r) => `${r}.name`, twoSided: () => 'true',
    over: (r) => `${r}.status IN ('CLOSED', 'CANCELLED', 'REJECTED')`,
  },
  customer: { kind: 'CUSTOMER', table: 'customer', atOnce: true, name: (r) => `${r}.name`, twoSided: () => 'true', over: (r) => `NOT ${r}.active` },
  task: {
    kind: 'TASK', table: 'task', atOnce: false, name: (r) => `${r}.title`, twoSided: (r) => `${r}.shared_with_client`, over: (r) => `${r}.status = 'CANCELLED'`,
  },
  ticket: { kind: 'RECORD', table: 'ticket', atOnce: false, name: (r) => `${r}.number || ' ' || ${r}.title`, twoSided: never, over: never },
  deal: { kind: 'RECORD', table: 'deal', atOnce: false, name: (r) => `${r}.number || ' ' || ${r}.name`, twoSided: never, over: never },
  lead: { kind: 'RECORD', table: 'lead', atOnce: false, name: (r) => `${r}.display_name`, twoSided: never, over: never },
  quote: { kind: 'RECORD', table: 'quote', atOnce: false, name: (r) => `${r}.number || ' ' || ${r}.title`, twoSided: never, over: never },
  contact: { kind: 'RECORD', table: 'contact', atOnce: false, name: (r) => `${r}.name`, twoSided: never, over: never },
} as const satisfies Record<string, ChannelRecord>;

export type ChannelRecordSubject = keyof typeof CHANNEL_RECORDS;
export const CHANNEL_RECORD_SUBJECTS = Object.keys(CHANNEL_RECORDS) as ChannelRecordSubject[];

export const isChannelRecord = (subject: string): subject is ChannelRecordSubject => Object.hasOwn(CHANNEL_RECORDS, subject);
