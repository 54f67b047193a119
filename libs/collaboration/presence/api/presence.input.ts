import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { PresenceMode, PresenceSide } from '@throughline/platform/realtime';
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { PresenceSideEnum } from './presence.object.js';

export const AnnouncedModeEnum = { VIEWING: 'VIEWING', EDITING: 'EDITING', TYPING: 'TYPING', AWAY: 'AWAY', GONE: 'GONE' } as const;
registerEnumType(AnnouncedModeEnum, {
  name: 'AnnouncedMode',
  description: 'What a screen says of its person.',
  valuesMap: {
    VIEWING: { description: 'Has the record open; holds for 45 seconds, so say it again every 20. Without a record: is back.' },
    EDITING: { description: 'Has a form of it open; holds as long as VIEWING.' },
    TYPING: { description: 'Writes there; holds for 6 seconds, so say it again every 3 while it goes on, and VIEWING when it is over.' },
    AWAY: { description: 'Nobody sits before the screen. Any VIEWING, EDITING or TYPING ends it.' },
    GONE: { description: 'Has left the record; without one, all of them.' },
  },
});

@InputType({ description: 'What you do, and where. Told to those who may see the record; kept nowhere.' })
export class AnnouncePresenceInput {
  @Field(() => String, { nullable: true, description: 'What kind of record: `project`, `channel`.' })
  @IsOptional()
  @MaxLength(100)
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'The record.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'This is no id.' })
  recordId?: string | null;

  @Field(() => AnnouncedModeEnum, { description: 'What you do.' })
  @IsIn(Object.keys(AnnouncedModeEnum))
  mode!: PresenceMode | 'AWAY' | 'GONE';

  @Field(() => PresenceSideEnum, { nullable: true, description: 'In a two-sided channel: on which side. INTERNAL unless you say otherwise; a client is always on CLIENT.' })
  @IsOptional()
  side?: PresenceSide | null;
}
