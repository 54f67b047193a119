// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What you do, and where. Told to those who may see the record; kept nowhere. */
export type AnnouncePresenceInput = {
  /** What you do. */
  readonly mode: AnnouncedMode;
  /** The record. */
  readonly recordId?: string | null | undefined;
  /** In a two-sided channel: on which side. INTERNAL unless you say otherwise; a client is always on CLIENT. */
  readonly side?: PresenceSide | null | undefined;
  /** What kind of record: `project`, `channel`. */
  readonly subject?: string | null | undefined;
};

/** What a screen says of its person. */
export type AnnouncedMode =
  /** Nobody sits before the screen. Any VIEWING, EDITING or TYPING ends it. */
  | 'AWAY'
  /** Has a form of it open; holds as long as VIEWING. */
  | 'EDITING'
  /** Has left the record; without one, all of them. */
  | 'GONE'
  /** Writes there; holds for 6 seconds, so say it again every 3 while it goes on, and VIEWING when it is over. */
  | 'TYPING'
  /** Has the record open; holds for 45 seconds, so say it again every 20. Without a record: is back. */
  | 'VIEWING';

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

/** What somebody does at a record. */
export type PresenceMode =
  /** Has a form of it open. */
  | 'EDITING'
  /** Writes a message there at this moment. */
  | 'TYPING'
  /** Has it open. */
  | 'VIEWING';

/** Which side of a two-sided channel somebody is on. */
export type PresenceSide =
  /** The side that the client reads. */
  | 'CLIENT'
  /** The agency's own; clients are never told. */
  | 'INTERNAL';

/** Whether somebody is there. */
export type PresenceState =
  /** Connected, but nobody sits before it. */
  | 'AWAY'
  /** No screen of theirs is connected. */
  | 'OFFLINE'
  /** A screen of theirs is connected. */
  | 'ONLINE';

export type RecordPresenceSubscriptionVariables = Exact<{
  subject?: string | null | undefined;
  recordId?: string | null | undefined;
}>;


export type RecordPresenceSubscription = { readonly presence: { readonly here: ReadonlyArray<{ readonly userId: string, readonly name: string, readonly mode: PresenceMode }> } };

export type PeoplePresenceSubscriptionVariables = Exact<{
  userIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type PeoplePresenceSubscription = { readonly presence: { readonly people: ReadonlyArray<{ readonly userId: string, readonly name: string, readonly state: PresenceState, readonly lastSeenAt: string | null }> } };

export type AnnounceHereMutationVariables = Exact<{
  input: AnnouncePresenceInput;
}>;


export type AnnounceHereMutation = { readonly announcePresence: { readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };


export const RecordPresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RecordPresence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subject"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"subject"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subject"}}},{"kind":"Argument","name":{"kind":"Name","value":"recordId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"here"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}}]}}]}}]}}]} as unknown as DocumentNode<RecordPresenceSubscription, RecordPresenceSubscriptionVariables>;
export const PeoplePresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PeoplePresence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}}]}}]}}]} as unknown as DocumentNode<PeoplePresenceSubscription, PeoplePresenceSubscriptionVariables>;
export const AnnounceHereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnnounceHere"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnnouncePresenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"announcePresence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AnnounceHereMutation, AnnounceHereMutationVariables>;
