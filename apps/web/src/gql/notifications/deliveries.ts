// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on one value; all that are given must hold. */
export type DateTimeFilter = {
  /** Equal to this. */
  readonly eq?: string | null | undefined;
  /** Greater or later than this. */
  readonly gt?: string | null | undefined;
  /** This, or greater or later. */
  readonly gte?: string | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** Less or earlier than this. */
  readonly lt?: string | null | undefined;
  /** This, or less or earlier. */
  readonly lte?: string | null | undefined;
};

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

/** Conditions on one value; all that are given must hold. */
export type IdFilter = {
  /** Equal to this. */
  readonly eq?: string | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<string> | null | undefined;
};

/** What an organization can be connected to. */
export type NotificationAdapterKind =
  /** A Slack channel. */
  | 'SLACK'
  /** A sender of text messages. */
  | 'SMS'
  /** A Teams channel. */
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

/** Conditions on one value; all that are given must hold. */
export type NotificationDeliveryChannelFilter = {
  /** Equal to this. */
  readonly eq?: NotificationDeliveryChannel | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<NotificationDeliveryChannel> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<NotificationDeliveryChannel> | null | undefined;
};

/** Conditions on a delivery; all that are given must hold. */
export type NotificationDeliveryFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<NotificationDeliveryFilter> | null | undefined;
  /** By channel. */
  readonly channel?: NotificationDeliveryChannelFilter | null | undefined;
  /** By created at. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** By kind. */
  readonly kind?: NotificationKindFilter | null | undefined;
  /** This does not hold. */
  readonly not?: NotificationDeliveryFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<NotificationDeliveryFilter> | null | undefined;
  /** By status. */
  readonly status?: NotificationDeliveryStatusFilter | null | undefined;
  /** By user id. */
  readonly userId?: IdFilter | null | undefined;
};

/** One step of the order of a list of delivery records. */
export type NotificationDeliverySort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: NotificationDeliverySortField;
};

/** What a list of delivery records can be ordered by. */
export type NotificationDeliverySortField =
  /** By created at. */
  | 'CREATED_AT';

/** What became of a delivery. */
export type NotificationDeliveryStatus =
  /** Given up; somebody may try again. */
  | 'FAILED'
  /** The other side took it. */
  | 'SENT'
  /** Not needed any more: read in the meantime, or not visible any more. */
  | 'SKIPPED'
  /** Not sent yet, or to be tried again. */
  | 'WAITING';

/** Conditions on one value; all that are given must hold. */
export type NotificationDeliveryStatusFilter = {
  /** Equal to this. */
  readonly eq?: NotificationDeliveryStatus | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<NotificationDeliveryStatus> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<NotificationDeliveryStatus> | null | undefined;
};

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

/** Conditions on one value; all that are given must hold. */
export type NotificationKindFilter = {
  /** Equal to this. */
  readonly eq?: NotificationKind | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<NotificationKind> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<NotificationKind> | null | undefined;
};

/** A delivery to try again. */
export type RetryNotificationDeliveryInput = {
  /** The delivery. */
  readonly id: string;
  /** The version you saw. */
  readonly version?: number | null | undefined;
};

/** The sender of text messages. */
export type SmsAdapterInput = {
  /** Twilio: the account's SID. */
  readonly account?: string | null | undefined;
  /** Whether it is used. */
  readonly active?: boolean;
  /** The number or name that messages come from. */
  readonly from: string;
  /** The protocol. */
  readonly provider: SmsProvider;
  /** The provider's token; what is stored stays when absent. */
  readonly token?: string | null | undefined;
  /** Where messages are sent to; Twilio's own address when absent. */
  readonly url?: string | null | undefined;
};

/** How text messages are handed over. */
export type SmsProvider =
  /** One JSON call with a bearer token and an Idempotency-Key. */
  | 'GENERIC'
  /** Twilio's API for messages. */
  | 'TWILIO';

/** Which end comes first. Empty values come last both ways. */
export type SortDirection =
  /** Smallest, earliest or first in the alphabet. */
  | 'ASC'
  /** Greatest, latest or last in the alphabet. */
  | 'DESC';

/** Connections to the outside. What is absent stays; null disconnects. */
export type UpdateNotificationAdaptersInput = {
  /** The Slack channel. */
  readonly slack?: WebhookAdapterInput | null | undefined;
  /** The sender of text messages. */
  readonly sms?: SmsAdapterInput | null | undefined;
  /** The Teams channel. */
  readonly teams?: WebhookAdapterInput | null | undefined;
};

/** The organization's channel in Slack or Teams. */
export type WebhookAdapterInput = {
  /** Whether it is used. */
  readonly active?: boolean;
  /** The kinds that go there; what concerns one person only cannot. */
  readonly kinds: ReadonlyArray<NotificationKind>;
  /** Address of the incoming webhook; what is stored stays when absent. */
  readonly webhook?: string | null | undefined;
};

export type NotificationDeliveriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: NotificationDeliveryFilter | null | undefined;
  sort?: ReadonlyArray<NotificationDeliverySort> | NotificationDeliverySort | null | undefined;
}>;


export type NotificationDeliveriesQuery = { readonly notificationDeliveries: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly channel: NotificationDeliveryChannel, readonly kind: NotificationKind, readonly status: NotificationDeliveryStatus, readonly digest: boolean, readonly attempts: number, readonly lastError: string | null, readonly lastAttemptAt: string | null, readonly dueAt: string, readonly sentAt: string | null, readonly createdAt: string, readonly user: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DeliveryRowFragment = { readonly id: string, readonly version: number, readonly channel: NotificationDeliveryChannel, readonly kind: NotificationKind, readonly status: NotificationDeliveryStatus, readonly digest: boolean, readonly attempts: number, readonly lastError: string | null, readonly lastAttemptAt: string | null, readonly dueAt: string, readonly sentAt: string | null, readonly createdAt: string, readonly user: { readonly id: string, readonly name: string } | null };

export type RetryNotificationDeliveryMutationVariables = Exact<{
  input: RetryNotificationDeliveryInput;
}>;


export type RetryNotificationDeliveryMutation = { readonly retryNotificationDelivery: { readonly notificationDelivery: { readonly id: string, readonly version: number, readonly channel: NotificationDeliveryChannel, readonly kind: NotificationKind, readonly status: NotificationDeliveryStatus, readonly digest: boolean, readonly attempts: number, readonly lastError: string | null, readonly lastAttemptAt: string | null, readonly dueAt: string, readonly sentAt: string | null, readonly createdAt: string, readonly user: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type NotificationAdaptersQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationAdaptersQuery = { readonly notificationAdapters: ReadonlyArray<{ readonly adapter: NotificationAdapterKind, readonly active: boolean, readonly kinds: ReadonlyArray<NotificationKind>, readonly host: string, readonly from: string | null, readonly provider: SmsProvider | null, readonly failures: number }> };

export type UpdateNotificationAdaptersMutationVariables = Exact<{
  input: UpdateNotificationAdaptersInput;
}>;


export type UpdateNotificationAdaptersMutation = { readonly updateNotificationAdapters: { readonly notificationAdapters: ReadonlyArray<{ readonly adapter: NotificationAdapterKind, readonly active: boolean, readonly kinds: ReadonlyArray<NotificationKind>, readonly host: string, readonly from: string | null, readonly provider: SmsProvider | null, readonly failures: number }> | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const DeliveryRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DeliveryRowFragment, unknown>;
export const NotificationDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationDeliveryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationDeliverySort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<NotificationDeliveriesQuery, NotificationDeliveriesQueryVariables>;
export const RetryNotificationDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryNotificationDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryNotificationDeliveryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryNotificationDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationDelivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<RetryNotificationDeliveryMutation, RetryNotificationDeliveryMutationVariables>;
export const NotificationAdaptersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationAdapters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationAdapters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adapter"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}}]}}]}}]} as unknown as DocumentNode<NotificationAdaptersQuery, NotificationAdaptersQueryVariables>;
export const UpdateNotificationAdaptersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateNotificationAdapters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateNotificationAdaptersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateNotificationAdapters"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationAdapters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adapter"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateNotificationAdaptersMutation, UpdateNotificationAdaptersMutationVariables>;
