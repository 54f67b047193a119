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

/** Changed facts of a person; what is absent stays. */
export type UpdateUserInput = {
  /** All departments they belong to. */
  readonly departmentIds?: ReadonlyArray<string> | null | undefined;
  /** The e-mail address to sign in with. */
  readonly email?: string | null | undefined;
  /** The person. */
  readonly id: string;
  /** The person's name. */
  readonly name?: string | null | undefined;
  /** Position in the company. */
  readonly title?: string | null | undefined;
  /** The version you saw. */
  readonly version: number;
};

/** From where and as what somebody signs in. */
export type UserTier =
  /** Administrators of the organization. */
  | 'ADMIN'
  /** People of a customer: the portal only. */
  | 'CLIENT'
  /** Staff of every department. */
  | 'EMPLOYEE'
  /** Programs of integrators. */
  | 'SERVICE';

export type MyProfileQueryVariables = Exact<{
  id: string;
}>;


export type MyProfileQuery = { readonly user: { readonly id: string, readonly version: number, readonly name: string, readonly email: string, readonly title: string | null, readonly tier: UserTier, readonly lastSignInAt: string | null, readonly createdAt: string, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly teams: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly roles: ReadonlyArray<{ readonly id: string, readonly role: { readonly id: string, readonly name: string, readonly description: string } | null, readonly department: { readonly id: string, readonly name: string } | null }> } | null };

export type SaveMyProfileMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type SaveMyProfileMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly version: number, readonly name: string, readonly title: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const MyProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyProfileQuery, MyProfileQueryVariables>;
export const SaveMyProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveMyProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SaveMyProfileMutation, SaveMyProfileMutationVariables>;
