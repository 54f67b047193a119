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

/** Conditions on a mail; all that are given must hold. */
export type OutgoingMailFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<OutgoingMailFilter> | null | undefined;
  /** By created at. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** By kind. */
  readonly kind?: TextFilter | null | undefined;
  /** This does not hold. */
  readonly not?: OutgoingMailFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<OutgoingMailFilter> | null | undefined;
  /** By recipient. */
  readonly recipient?: TextFilter | null | undefined;
  /** By status. */
  readonly status?: OutgoingMailStatusFilter | null | undefined;
  /** By user id. */
  readonly userId?: IdFilter | null | undefined;
};

/** One step of the order of a list of mail records. */
export type OutgoingMailSort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: OutgoingMailSortField;
};

/** What a list of mail records can be ordered by. */
export type OutgoingMailSortField =
  /** By created at. */
  | 'CREATED_AT';

/** What has become of a mail. */
export type OutgoingMailStatus =
  /** Given up; it can be tried again by hand. */
  | 'FAILED'
  /** This installation has no mail server: it is kept here to be read. */
  | 'KEPT'
  /** The mail server has taken it. */
  | 'SENT'
  /** Will be sent, or tried again. */
  | 'WAITING';

/** Conditions on one value; all that are given must hold. */
export type OutgoingMailStatusFilter = {
  /** Equal to this. */
  readonly eq?: OutgoingMailStatus | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<OutgoingMailStatus> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<OutgoingMailStatus> | null | undefined;
};

/** The mail to send again. */
export type RetryOutgoingMailInput = {
  /** The mail. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

/** Which end comes first. Empty values come last both ways. */
export type SortDirection =
  /** Smallest, earliest or first in the alphabet. */
  | 'ASC'
  /** Greatest, latest or last in the alphabet. */
  | 'DESC';

/** Conditions on one value; all that are given must hold. */
export type TextFilter = {
  /** Contains this text, in upper or lower case. */
  readonly contains?: string | null | undefined;
  /** Equal to this. */
  readonly eq?: string | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<string> | null | undefined;
};

export type OutboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: OutgoingMailFilter | null | undefined;
  sort?: ReadonlyArray<OutgoingMailSort> | OutgoingMailSort | null | undefined;
}>;


export type OutboxQuery = { readonly outgoingMails: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly createdAt: string, readonly kind: string, readonly recipient: string, readonly subject: string, readonly status: OutgoingMailStatus, readonly attempts: number, readonly lastError: string | null, readonly lastAttemptAt: string | null, readonly sentAt: string | null, readonly expiresAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type OutgoingMailBodyQueryVariables = Exact<{
  id: string;
}>;


export type OutgoingMailBodyQuery = { readonly outgoingMailBody: { readonly id: string, readonly text: string, readonly html: string } | null };

export type RetryOutgoingMailMutationVariables = Exact<{
  input: RetryOutgoingMailInput;
}>;


export type RetryOutgoingMailMutation = { readonly retryOutgoingMail: { readonly outgoingMail: { readonly id: string, readonly version: number, readonly status: OutgoingMailStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const OutboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Outbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OutgoingMailFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OutgoingMailSort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outgoingMails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<OutboxQuery, OutboxQueryVariables>;
export const OutgoingMailBodyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutgoingMailBody"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outgoingMailBody"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"html"}}]}}]}}]} as unknown as DocumentNode<OutgoingMailBodyQuery, OutgoingMailBodyQueryVariables>;
export const RetryOutgoingMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryOutgoingMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryOutgoingMailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryOutgoingMail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outgoingMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RetryOutgoingMailMutation, RetryOutgoingMailMutationVariables>;
