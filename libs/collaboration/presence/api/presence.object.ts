import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BigIntScalar, DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import type { PresenceMode, PresenceSide } from '@throughline/platform/realtime';

export const PresenceStateEnum = { ONLINE: 'ONLINE', AWAY: 'AWAY', OFFLINE: 'OFFLINE' } as const;
registerEnumType(PresenceStateEnum, {
  name: 'PresenceState',
  description: 'Whether somebody is there.',
  valuesMap: {
    ONLINE: { description: 'A screen of theirs is connected.' },
    AWAY: { description: 'Connected, but nobody sits before it.' },
    OFFLINE: { description: 'No screen of theirs is connected.' },
  },
});

export const PresenceModeEnum = { VIEWING: 'VIEWING', EDITING: 'EDITING', TYPING: 'TYPING' } as const satisfies Record<PresenceMode, PresenceMode>;
registerEnumType(PresenceModeEnum, {
  name: 'PresenceMode',
  description: 'What somebody does at a record.',
  valuesMap: {
    VIEWING: { description: 'Has it open.' },
    EDITING: { description: 'Has a form of it open.' },
    TYPING: { description: 'Writes a message there at this moment.' },
  },
});

export const PresenceSideEnum = { INTERNAL: 'INTERNAL', CLIENT: 'CLIENT' } as const satisfies Record<PresenceSide, PresenceSide>;
registerEnumType(PresenceSideEnum, {
  name: 'PresenceSide',
  description: 'Which side of a two-sided channel somebody is on.',
  valuesMap: {
    INTERNAL: { description: 'The agency\'s own; clients are never told.' },
    CLIENT: { description: 'The side that the client reads.' },
  },
});

@ObjectType({ description: 'Whether a person is there.' })
export class PersonPresence {
  @Field(() => ID, { description: 'Who.' })
  userId!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => PresenceStateEnum, { description: 'Whether they are there.' })
  state!: keyof typeof PresenceStateEnum;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were last there; null while they are, and when nobody knows.' })
  lastSeenAt!: Date | null;
}

@ObjectType({ description: 'Somebody who is at the record.' })
export class PresentPerson {
  @Field(() => ID, { description: 'Who.' })
  userId!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => PresenceModeEnum, { description: 'What they do there; on several screens, what counts most.' })
  mode!: PresenceMode;

  @Field(() => PresenceSideEnum, { description: 'On which side of a two-sided channel.' })
  side!: PresenceSide;
}

@ObjectType({ description: 'How far somebody has read a channel.' })
export class ReaderPresence {
  @Field(() => ID, { description: 'Who.' })
  userId!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => Boolean, { description: 'True for a customer\'s people.' })
  client!: boolean;

  @Field(() => BigIntScalar, { description: 'The last message they have read; as you count them.' })
  lastReadSequence!: bigint;

  @Field(() => DateTimeScalar, { description: 'When.' })
  lastReadAt!: Date;
}

@ObjectType({ description: 'The whole present state as you may know it: every message replaces the one before, but for `readers`.' })
export class Presence {
  @Field(() => [PersonPresence], { description: 'The people asked about whom you may see, by name.' })
  people!: PersonPresence[];

  @Field(() => [PresentPerson], { description: 'Who else is at the record, by name; empty when you may not see it any more.' })
  here!: PresentPerson[];

  @Field(() => [ReaderPresence], { nullable: true, description: 'Of a channel: who has read how far. The first message names the latest 200, each further one those who have read on since; null when nobody has.' })
  readers!: ReaderPresence[] | null;
}

@ObjectType({ description: 'It was told to those who may know.' })
export class AnnouncePresencePayload extends MutationPayload {}
