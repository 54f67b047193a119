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

export type EndViewAsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndViewAsMutation = { readonly endViewAs: { readonly ended: boolean | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const EndViewAsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndViewAs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endViewAs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ended"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<EndViewAsMutation, EndViewAsMutationVariables>;
