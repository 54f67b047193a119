import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { AdapterChanges, SmsProvider } from '../adapters/adapters.service.js';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';
import type { Digest } from '../preferences/preference.entity.js';
import { NotificationChannelEnum, NotificationDigestEnum, NotificationKindEnum } from './notification.enums.js';
import { NotificationAdapterObject, NotificationPreferencesObject, SmsProviderEnum } from './settings.object.js';

@InputType({ description: 'On which channels a kind of notification comes.' })
export class NotificationKindChannelsInput {
  @Field(() => NotificationKindEnum, { description: 'The kind.' })
  @IsEnum(NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => [NotificationChannelEnum], { description: 'All channels it comes on.' })
  @IsEnum(NotificationChannelEnum, { each: true })
  channels!: NotificationChannel[];
}

@InputType({ description: 'How you want to be told. What is absent stays; null takes away.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => [NotificationKindChannelsInput], { nullable: true, description: 'Kinds whose channels change.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NotificationKindChannelsInput)
  kinds?: NotificationKindChannelsInput[] | null;

  @Field(() => NotificationDigestEnum, { nullable: true, description: 'Whether mails are collected.' })
  @IsOptional()
  @IsEnum(NotificationDigestEnum)
  digest?: Digest | null;

  @Field(() => String, { nullable: true, description: 'When the daily mail comes: 08:00.' })
  @IsOptional()
  @IsString()
  @MaxLength(5)
  digestAt?: string | null;

  @Field(() => String, { nullable: true, description: 'When quiet hours begin: 22:00.' })
  @IsOptional()
  @IsString()
  @MaxLength(5)
  quietFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'When quiet hours end: 07:00.' })
  @IsOptional()
  @IsString()
  @MaxLength(5)
  quietUntil?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Days that are quiet as a whole, 0 = Monday to 6 = Sunday.' })
  @IsOptional()
  @IsInt({ each: true })
  @ArrayMaxSize(7)
  quietDays?: number[] | null;

  @Field(() => String, { nullable: true, description: 'Your time zone: Europe/Madrid; null for the organization\'s.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Your phone for text messages, with its country: +34 600 123 456.' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a Slack webhook of your own.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  slackWebhook?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a Teams webhook of your own.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  teamsWebhook?: string | null;
}

@ObjectType({ description: 'Your preferences after the edit.' })
export class UpdateNotificationPreferencesPayload extends MutationPayload {
  @Field(() => NotificationPreferencesObject, { nullable: true, description: 'The preferences; null when something was refused.' })
  notificationPreferences?: NotificationPreferencesObject | null;
}

@InputType({ description: 'A browser that wants to be pushed to, as its PushSubscription gives it.' })
export class RegisterPushInput {
  @Field(() => String, { description: 'Where pushes are sent to.' })
  @IsString()
  @MaxLength(2_000)
  endpoint!: string;

  @Field(() => String, { description: 'The browser\'s public key (p256dh), base64url.' })
  @IsString()
  @MaxLength(200)
  p256dh!: string;

  @Field(() => String, { description: 'The browser\'s secret (auth), base64url.' })
  @IsString()
  @MaxLength(100)
  auth!: string;

  @Field(() => String, { nullable: true, description: 'What to call it: Firefox on Linux.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string | null;
}

@InputType({ description: 'A browser that is not pushed to any more.' })
export class RemovePushInput {
  @Field(() => ID, { description: 'The browser.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;
}

@ObjectType({ isAbstract: true })
abstract class PushPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The browser; null when something was refused.' })
  id?: string | null;

  @Field(() => NotificationPreferencesObject, { nullable: true, description: 'Your preferences with your browsers; null when something was refused.' })
  notificationPreferences?: NotificationPreferencesObject | null;
}

@ObjectType({ description: 'The browser that is pushed to from now on.' })
export class RegisterPushPayload extends PushPayload {}

@ObjectType({ description: 'The browser that is not pushed to any more.' })
export class RemovePushPayload extends PushPayload {}

@InputType({ description: 'The organization\'s channel in Slack or Teams.' })
export class WebhookAdapterInput {
  @Field(() => String, { nullable: true, description: 'Address of the incoming webhook; what is stored stays when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  webhook?: string | null;

  @Field(() => [NotificationKindEnum], { description: 'The kinds that go there; what concerns one person only cannot.' })
  @IsEnum(NotificationKindEnum, { each: true })
  kinds!: NotificationKind[];

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is used.' })
  @IsBoolean()
  active!: boolean;
}

@InputType({ description: 'The sender of text messages.' })
export class SmsAdapterInput {
  @Field(() => SmsProviderEnum, { description: 'The protocol.' })
  @IsEnum(SmsProviderEnum)
  provider!: SmsProvider;

  @Field(() => String, { nullable: true, description: 'Where messages are sent to; Twilio\'s own address when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  url?: string | null;

  @Field(() => String, { description: 'The number or name that messages come from.' })
  @IsString()
  @MaxLength(30)
  from!: string;

  @Field(() => String, { nullable: true, description: 'Twilio: the account\'s SID.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'The provider\'s token; what is stored stays when absent.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  token?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is used.' })
  @IsBoolean()
  active!: boolean;
}

@InputType({ description: 'Connections to the outside. What is absent stays; null disconnects.' })
export class UpdateNotificationAdaptersInput implements AdapterChanges {
  @Field(() => WebhookAdapterInput, { nullable: true, description: 'The Slack channel.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WebhookAdapterInput)
  slack?: WebhookAdapterInput | null;

  @Field(() => WebhookAdapterInput, { nullable: true, description: 'The Teams channel.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WebhookAdapterInput)
  teams?: WebhookAdapterInput | null;

  @Field(() => SmsAdapterInput, { nullable: true, description: 'The sender of text messages.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SmsAdapterInput)
  sms?: SmsAdapterInput | null;
}

@ObjectType({ description: 'The connections after the edit.' })
export class UpdateNotificationAdaptersPayload extends MutationPayload {
  @Field(() => [NotificationAdapterObject], { nullable: true, description: 'The connections; null when something was refused.' })
  notificationAdapters?: NotificationAdapterObject[] | null;
}
