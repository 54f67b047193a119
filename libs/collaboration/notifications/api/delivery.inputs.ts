import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { IsBoolean, IsDate, IsEnum, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { notificationDeliveryRead } from '../deliveries/delivery.read.js';
import type { OutsideChannel } from '../notification.kinds.js';
import { DeliveryChannelEnum, NotificationDeliveryObject } from './delivery.object.js';

@ArgsType()
export class NotificationDeliveriesArgs extends ReadArgs(notificationDeliveryRead) {}

@InputType({ description: 'A delivery to try again.' })
export class RetryNotificationDeliveryInput {
  @Field(() => ID, { description: 'The delivery.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version you saw.' })
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@ObjectType({ description: 'The delivery that is tried again.' })
export class RetryNotificationDeliveryPayload extends MutationPayload {
  @Field(() => NotificationDeliveryObject, { nullable: true, description: 'The delivery; null when something was refused.' })
  notificationDelivery?: NotificationDeliveryObject | null;
}

@InputType({ description: 'A test of one of your channels.' })
export class SendTestNotificationInput {
  @Field(() => DeliveryChannelEnum, { description: 'The channel.' })
  @IsEnum(DeliveryChannelEnum)
  channel!: OutsideChannel;
}

@ObjectType({ description: 'The test that was sent.' })
export class SendTestNotificationPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'To how many places; null when something was refused.' })
  deliveries?: number | null;
}

@InputType({ description: 'Maintenance that everybody should know of.' })
export class AnnounceMaintenanceInput {
  @Field(() => String, { description: 'What will happen, in one line.' })
  @IsString()
  @MaxLength(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'More of it.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  body?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it begins.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends.' })
  @IsOptional()
  @IsDate()
  endsAt?: Date | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether clients are told too.' })
  @IsBoolean()
  clients!: boolean;
}

@ObjectType({ description: 'The announcement.' })
export class AnnounceMaintenancePayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether it is on its way; null when something was refused.' })
  announced?: boolean | null;
}
