import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Connection, DateTimeScalar, DEFAULT_PAGE_SIZE, MutationPayload } from '@throughline/platform/graphql';
import { Allow, ArrayMinSize, IsBoolean, IsDate, IsEnum, IsOptional, IsUUID } from 'class-validator';
import type { NotificationKind } from '../notification.kinds.js';
import { NotificationKindEnum, type NotificationState, NotificationStateEnum } from './notification.enums.js';
import { NotificationCountsObject, NotificationObject } from './notification.object.js';

@InputType({ description: 'Which notifications.' })
export class NotificationFilter {
  @Field(() => NotificationStateEnum, { nullable: true, description: 'Where they lie; INBOX when absent.' })
  @IsOptional()
  @IsEnum(NotificationStateEnum)
  state?: NotificationState | null;

  @Field(() => NotificationKindEnum, { nullable: true, description: 'What they are about.' })
  @IsOptional()
  @IsEnum(NotificationKindEnum)
  kind?: NotificationKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of the alert panel, or only others.' })
  @IsOptional()
  @IsBoolean()
  urgent?: boolean | null;
}

@ArgsType()
export class NotificationsArgs {
  @Field(() => NotificationFilter, { nullable: true, description: 'Which; the inbox when absent.' })
  @Allow()
  filter?: NotificationFilter | null;

  @Field(() => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'Records on the page, at most 200.' })
  @Allow()
  first!: number;

  @Field(() => String, { nullable: true, description: 'The page after the record with this cursor.' })
  @Allow()
  after?: string;
}

@ObjectType({ description: 'A page of notifications.' })
export class NotificationConnection extends Connection(NotificationObject, 'Notification') {}

@InputType({ isAbstract: true })
abstract class NotificationIds {
  @Field(() => [ID], { description: 'The notifications, at most 200.' })
  @ArrayMinSize(1, { message: 'Choose at least one.' })
  @IsUUID(undefined, { each: true, message: 'This is no id.' })
  ids!: string[];
}

@InputType({ description: 'Notifications that were read, or not.' })
export class MarkNotificationsReadInput extends NotificationIds {
  @Field(() => Boolean, { defaultValue: true, description: 'False makes them unread again.' })
  @IsBoolean()
  read!: boolean;
}

@InputType({ description: 'Notifications that are settled, or open again.' })
export class FinishNotificationsInput extends NotificationIds {
  @Field(() => Boolean, { defaultValue: true, description: 'False takes it back.' })
  @IsBoolean()
  done!: boolean;
}

@InputType({ description: 'Notifications to put away until later.' })
export class SnoozeNotificationsInput extends NotificationIds {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they come back; null brings them back now.' })
  @IsOptional()
  @IsDate()
  until?: Date | null;
}

@InputType({ description: 'What to mark as read.' })
export class MarkAllNotificationsReadInput {
  @Field(() => NotificationKindEnum, { nullable: true, description: 'Only this kind; all when absent.' })
  @IsOptional()
  @IsEnum(NotificationKindEnum)
  kind?: NotificationKind | null;
}

@ObjectType({ isAbstract: true })
abstract class NotificationsPayload extends MutationPayload {
  @Field(() => [NotificationObject], { nullable: true, description: 'The notifications as they are now; null when something was refused.' })
  notifications?: NotificationObject[] | null;

  @Field(() => NotificationCountsObject, { nullable: true, description: 'What the bell shows now; null when something was refused.' })
  notificationCounts?: NotificationCountsObject | null;
}

@ObjectType({ description: 'What was marked.' })
export class MarkNotificationsReadPayload extends NotificationsPayload {}

@ObjectType({ description: 'What was settled.' })
export class FinishNotificationsPayload extends NotificationsPayload {}

@ObjectType({ description: 'What was put away.' })
export class SnoozeNotificationsPayload extends NotificationsPayload {}

@ObjectType({ description: 'What is left after everything was read.' })
export class MarkAllNotificationsReadPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many were marked; null when something was refused.' })
  marked?: number | null;

  @Field(() => NotificationCountsObject, { nullable: true, description: 'What the bell shows now; null when something was refused.' })
  notificationCounts?: NotificationCountsObject | null;
}
