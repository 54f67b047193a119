import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { ShownAdapter, SmsProvider } from '../adapters/adapters.service.js';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';
import type { Digest } from '../preferences/preference.entity.js';
import type { ShownPreferences } from '../preferences/preferences.service.js';
import { NotificationChannelEnum, NotificationDigestEnum, NotificationKindEnum } from './notification.enums.js';

export const SmsProviderEnum = { GENERIC: 'GENERIC', TWILIO: 'TWILIO' } as const satisfies { [P in SmsProvider]: P };
registerEnumType(SmsProviderEnum, {
  name: 'SmsProvider',
  description: 'How text messages are handed over.',
  valuesMap: { GENERIC: { description: 'One JSON call with a bearer token and an Idempotency-Key.' }, TWILIO: { description: 'Twilio\'s API for messages.' } },
});

export const NotificationAdapterKindEnum = { SLACK: 'SLACK', TEAMS: 'TEAMS', SMS: 'SMS' } as const satisfies { [A in ShownAdapter['adapter']]: A };
registerEnumType(NotificationAdapterKindEnum, {
  name: 'NotificationAdapterKind',
  description: 'What an organization can be connected to.',
  valuesMap: { SLACK: { description: 'A Slack channel.' }, TEAMS: { description: 'A Teams channel.' }, SMS: { description: 'A sender of text messages.' } },
});

@ObjectType('NotificationChannelSwitch', { description: 'Whether a kind of notification comes on a channel.' })
export class NotificationChannelSwitchObject {
  @Field(() => NotificationChannelEnum, { description: 'The channel.' })
  channel!: NotificationChannel;

  @Field(() => Boolean, { description: 'Whether it comes that way.' })
  on!: boolean;

  @Field(() => Boolean, { description: 'Whether it cannot be switched off.' })
  fixed!: boolean;
}

@ObjectType('NotificationKindSwitches', { description: 'The channels of one kind of notification.' })
export class NotificationKindSwitchesObject {
  @Field(() => NotificationKindEnum, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => [NotificationChannelSwitchObject], { description: 'Every channel.' })
  channels!: NotificationChannelSwitchObject[];
}

@ObjectType('PushBrowser', { description: 'A browser of yours that is pushed to.' })
export class PushBrowserObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last took a push.' })
  lastUsedAt!: Date | null;
}

@ObjectType('NotificationPreferences', { description: 'How you want to be told.' })
export class NotificationPreferencesObject implements ShownPreferences {
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => [NotificationKindSwitchesObject], { description: 'Every kind with its channels.' })
  kinds!: NotificationKindSwitchesObject[];

  @Field(() => NotificationDigestEnum, { description: 'Whether mails are collected.' })
  digest!: Digest;

  @Field(() => String, { description: 'When the daily mail comes: 08:00.' })
  digestAt!: string;

  @Field(() => String, { nullable: true, description: 'When quiet hours begin: 22:00; null without any.' })
  quietFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'When quiet hours end: 07:00; null without any.' })
  quietUntil!: string | null;

  @Field(() => [Int], { description: 'Days that are quiet as a whole, 0 = Monday to 6 = Sunday.' })
  quietDays!: number[];

  @Field(() => String, { description: 'The time zone of these hours: yours, else the organization\'s.' })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'Your phone for text messages, with its country.' })
  phone!: string | null;

  @Field(() => Boolean, { description: 'Whether you have a Slack webhook of your own; its address is not shown again.' })
  hasSlackWebhook!: boolean;

  @Field(() => Boolean, { description: 'Whether you have a Teams webhook of your own; its address is not shown again.' })
  hasTeamsWebhook!: boolean;

  @Field(() => [PushBrowserObject], { description: 'Browsers of yours that are pushed to.' })
  browsers!: PushBrowserObject[];

  @Field(() => Boolean, { description: 'Whether the organization can send text messages at all.' })
  smsAvailable!: boolean;
}

@ObjectType('NotificationAdapter', { description: 'A connection of the organization to the outside; its secrets are never shown.' })
export class NotificationAdapterObject implements ShownAdapter {
  @Field(() => NotificationAdapterKindEnum, { description: 'To what.' })
  adapter!: ShownAdapter['adapter'];

  @Field(() => Boolean, { description: 'Whether it is used.' })
  active!: boolean;

  @Field(() => [NotificationKindEnum], { description: 'Slack and Teams: the kinds that go to the organization\'s channel.' })
  kinds!: NotificationKind[];

  @Field(() => String, { description: 'The other side: hooks.slack.com.' })
  host!: string;

  @Field(() => String, { nullable: true, description: 'SMS: the sender that people see.' })
  from!: string | null;

  @Field(() => SmsProviderEnum, { nullable: true, description: 'SMS: the protocol.' })
  provider!: SmsProvider | null;

  @Field(() => Int, { description: 'Deliveries that failed in the last day.' })
  failures!: number;
}
