// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why something was refused. */
export type ErrorCode =
  /** Somebody changed the record since it was read. */
  | 'CONFLICT'
  /** Sign-in from this device is not allowed. */
  | 'DEVICE_NOT_ALLOWED'
  /** Something like this exists already. */
  | 'DUPLICATE'
  /** A permission is missing. */
  | 'FORBIDDEN'
  /** The record cannot take this move from its present state. */
  | 'ILLEGAL_TRANSITION'
  /** The server failed; the request id leads to its log. */
  | 'INTERNAL'
  /** A limit of the request or of the organization is exceeded. */
  | 'LIMIT_EXCEEDED'
  /** Sign-in from this network is not allowed. */
  | 'NETWORK_NOT_ALLOWED'
  /** A record does not exist or is not visible. */
  | 'NOT_FOUND'
  /** Something else must be done first. */
  | 'PRECONDITION_FAILED'
  /** Too many requests; wait as long as "retryAfter" says. */
  | 'RATE_LIMITED'
  /** A second factor is needed. */
  | 'TWO_FACTOR_REQUIRED'
  /** Nobody is signed in, or the session has ended. */
  | 'UNAUTHENTICATED'
  /** The input is not usable as it is. */
  | 'VALIDATION_FAILED';

/** A way in which notifications reach a person. */
export type NotificationChannel =
  /** By mail, at once or collected. */
  | 'EMAIL'
  /** The bell and the inbox. */
  | 'IN_APP'
  /** The person's browsers. */
  | 'PUSH'
  /** A Slack webhook of their own. */
  | 'SLACK'
  /** A text message to their phone. */
  | 'SMS'
  /** A Teams webhook of their own. */
  | 'TEAMS';

/** A way out of the product. */
export type NotificationDeliveryChannel =
  /** Mail. */
  | 'EMAIL'
  /** A push to a browser. */
  | 'PUSH'
  /** Slack. */
  | 'SLACK'
  /** A text message. */
  | 'SMS'
  /** Teams. */
  | 'TEAMS';

/** Whether mails are collected. */
export type NotificationDigest =
  /** One mail a day. */
  | 'DAILY'
  /** One mail an hour. */
  | 'HOURLY'
  /** A mail for each. */
  | 'OFF';

/** What a notification is about. */
export type NotificationKind =
  /** Somebody waits for your decision, or decided about something of yours. */
  | 'APPROVAL'
  /** Work was given to you. */
  | 'ASSIGNMENT'
  /** News for the client. */
  | 'CLIENT_UPDATE'
  /** The ball came to you or came back. */
  | 'HAND_OFF'
  /** The product will be worked on. */
  | 'MAINTENANCE'
  /** Somebody named you in a message. */
  | 'MENTION'
  /** A message in a channel that you follow. */
  | 'MESSAGE'
  /** A milestone was reached, moved or is due. */
  | 'MILESTONE'
  /** What you wanted to be reminded of, or what is due. */
  | 'REMINDER'
  /** Something happened to your account. */
  | 'SECURITY'
  /** A promised time is over. */
  | 'SLA'
  /** The state of something of yours changed. */
  | 'STATUS';

/** On which channels a kind of notification comes. */
export type NotificationKindChannelsInput = {
  /** All channels it comes on. */
  readonly channels: ReadonlyArray<NotificationChannel>;
  /** The kind. */
  readonly kind: NotificationKind;
};

/** A browser that wants to be pushed to, as its PushSubscription gives it. */
export type RegisterPushInput = {
  /** The browser's secret (auth), base64url. */
  readonly auth: string;
  /** Where pushes are sent to. */
  readonly endpoint: string;
  /** What to call it: Firefox on Linux. */
  readonly name?: string | null | undefined;
  /** The browser's public key (p256dh), base64url. */
  readonly p256dh: string;
};

/** A browser that is not pushed to any more. */
export type RemovePushInput = {
  /** The browser. */
  readonly id: string;
};

/** A test of one of your channels. */
export type SendTestNotificationInput = {
  /** The channel. */
  readonly channel: NotificationDeliveryChannel;
};

/** How you want to be told. What is absent stays; null takes away. */
export type UpdateNotificationPreferencesInput = {
  /** Whether mails are collected. */
  readonly digest?: NotificationDigest | null | undefined;
  /** When the daily mail comes: 08:00. */
  readonly digestAt?: string | null | undefined;
  /** Kinds whose channels change. */
  readonly kinds?: ReadonlyArray<NotificationKindChannelsInput> | null | undefined;
  /** Your phone for text messages, with its country: +34 600 123 456. */
  readonly phone?: string | null | undefined;
  /** Days that are quiet as a whole, 0 = Monday to 6 = Sunday. */
  readonly quietDays?: ReadonlyArray<number> | null | undefined;
  /** When quiet hours begin: 22:00. */
  readonly quietFrom?: string | null | undefined;
  /** When quiet hours end: 07:00. */
  readonly quietUntil?: string | null | undefined;
  /** Address of a Slack webhook of your own. */
  readonly slackWebhook?: string | null | undefined;
  /** Address of a Teams webhook of your own. */
  readonly teamsWebhook?: string | null | undefined;
  /** Your time zone: Europe/Madrid; null for the organization's. */
  readonly timeZone?: string | null | undefined;
  /** The version you saw. */
  readonly version: number;
};

export type PreferencesFragment = { readonly version: number, readonly digest: NotificationDigest, readonly digestAt: string, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly quietDays: ReadonlyArray<number>, readonly timeZone: string, readonly phone: string | null, readonly smsAvailable: boolean, readonly hasSlackWebhook: boolean, readonly hasTeamsWebhook: boolean, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly channels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly on: boolean, readonly fixed: boolean }> }>, readonly browsers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly lastUsedAt: string | null }> };

export type NotificationPreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationPreferencesQuery = { readonly notificationPreferences: { readonly version: number, readonly digest: NotificationDigest, readonly digestAt: string, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly quietDays: ReadonlyArray<number>, readonly timeZone: string, readonly phone: string | null, readonly smsAvailable: boolean, readonly hasSlackWebhook: boolean, readonly hasTeamsWebhook: boolean, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly channels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly on: boolean, readonly fixed: boolean }> }>, readonly browsers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly lastUsedAt: string | null }> } };

export type PushKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type PushKeyQuery = { readonly pushKey: string };

export type UpdateNotificationPreferencesMutationVariables = Exact<{
  input: UpdateNotificationPreferencesInput;
}>;


export type UpdateNotificationPreferencesMutation = { readonly updateNotificationPreferences: { readonly notificationPreferences: { readonly version: number, readonly digest: NotificationDigest, readonly digestAt: string, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly quietDays: ReadonlyArray<number>, readonly timeZone: string, readonly phone: string | null, readonly smsAvailable: boolean, readonly hasSlackWebhook: boolean, readonly hasTeamsWebhook: boolean, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly channels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly on: boolean, readonly fixed: boolean }> }>, readonly browsers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly lastUsedAt: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RegisterPushMutationVariables = Exact<{
  input: RegisterPushInput;
}>;


export type RegisterPushMutation = { readonly registerPush: { readonly id: string | null, readonly notificationPreferences: { readonly version: number, readonly digest: NotificationDigest, readonly digestAt: string, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly quietDays: ReadonlyArray<number>, readonly timeZone: string, readonly phone: string | null, readonly smsAvailable: boolean, readonly hasSlackWebhook: boolean, readonly hasTeamsWebhook: boolean, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly channels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly on: boolean, readonly fixed: boolean }> }>, readonly browsers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly lastUsedAt: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RemovePushMutationVariables = Exact<{
  input: RemovePushInput;
}>;


export type RemovePushMutation = { readonly removePush: { readonly id: string | null, readonly notificationPreferences: { readonly version: number, readonly digest: NotificationDigest, readonly digestAt: string, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly quietDays: ReadonlyArray<number>, readonly timeZone: string, readonly phone: string | null, readonly smsAvailable: boolean, readonly hasSlackWebhook: boolean, readonly hasTeamsWebhook: boolean, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly channels: ReadonlyArray<{ readonly channel: NotificationChannel, readonly on: boolean, readonly fixed: boolean }> }>, readonly browsers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly lastUsedAt: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type SendTestNotificationMutationVariables = Exact<{
  input: SendTestNotificationInput;
}>;


export type SendTestNotificationMutation = { readonly sendTestNotification: { readonly deliveries: number | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const PreferencesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"fixed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"quietDays"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"smsAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlackWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"hasTeamsWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"browsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<PreferencesFragment, unknown>;
export const NotificationPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preferences"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"fixed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"quietDays"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"smsAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlackWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"hasTeamsWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"browsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<NotificationPreferencesQuery, NotificationPreferencesQueryVariables>;
export const PushKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PushKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pushKey"}}]}}]} as unknown as DocumentNode<PushKeyQuery, PushKeyQueryVariables>;
export const UpdateNotificationPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateNotificationPreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateNotificationPreferencesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateNotificationPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preferences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"fixed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"quietDays"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"smsAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlackWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"hasTeamsWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"browsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<UpdateNotificationPreferencesMutation, UpdateNotificationPreferencesMutationVariables>;
export const RegisterPushDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterPush"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterPushInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerPush"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preferences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"fixed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"quietDays"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"smsAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlackWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"hasTeamsWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"browsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<RegisterPushMutation, RegisterPushMutationVariables>;
export const RemovePushDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePush"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemovePushInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removePush"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Preferences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Preferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"fixed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestAt"}},{"kind":"Field","name":{"kind":"Name","value":"quietFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quietUntil"}},{"kind":"Field","name":{"kind":"Name","value":"quietDays"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"smsAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlackWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"hasTeamsWebhook"}},{"kind":"Field","name":{"kind":"Name","value":"browsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<RemovePushMutation, RemovePushMutationVariables>;
export const SendTestNotificationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTestNotification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendTestNotificationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTestNotification"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveries"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SendTestNotificationMutation, SendTestNotificationMutationVariables>;
