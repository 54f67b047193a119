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

/** What a grant does. */
export type GrantEffect =
  /** Allows; with fields, these only. */
  | 'ALLOW'
  /** Denies, whatever else allows; with fields, hides these or makes them read-only. */
  | 'DENY'
  /** Shows the fields masked. */
  | 'MASK';

/** Whom to view as: a person or a role. */
export type StartViewAsInput = {
  /** Why; it is written down. */
  readonly reason: string;
  /** The role, seen from your own departments. */
  readonly roleId?: string | null | undefined;
  /** The person. */
  readonly userId?: string | null | undefined;
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

export type ExplainAccessQueryVariables = Exact<{
  userId: string;
  permission: string;
  recordId?: string | null | undefined;
}>;


export type ExplainAccessQuery = { readonly explainAccess: { readonly allowed: boolean, readonly sentence: string, readonly hiddenFields: ReadonlyArray<string>, readonly maskedFields: ReadonlyArray<string>, readonly reasons: ReadonlyArray<{ readonly effect: GrantEffect, readonly applies: boolean, readonly sentence: string }> } };

export type ExplainPeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  ids?: ReadonlyArray<string> | string | null | undefined;
}>;


export type ExplainPeopleQuery = { readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly email: string, readonly tier: UserTier }> } };

export type ExplainPermissionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExplainPermissionsQuery = { readonly permissionMatrix: { readonly subjects: ReadonlyArray<{ readonly name: string, readonly label: string, readonly permissions: ReadonlyArray<{ readonly name: string, readonly meaning: string }> }> } };

export type StartViewAsMutationVariables = Exact<{
  input: StartViewAsInput;
}>;


export type StartViewAsMutation = { readonly startViewAs: { readonly started: boolean | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const ExplainAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"permission"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"permission"},"value":{"kind":"Variable","name":{"kind":"Name","value":"permission"}}},{"kind":"Argument","name":{"kind":"Name","value":"recordId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"hiddenFields"}},{"kind":"Field","name":{"kind":"Name","value":"maskedFields"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"applies"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainAccessQuery, ExplainAccessQueryVariables>;
export const ExplainPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainPeopleQuery, ExplainPeopleQueryVariables>;
export const ExplainPermissionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainPermissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissionMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"roleIds"},"value":{"kind":"ListValue","values":[]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExplainPermissionsQuery, ExplainPermissionsQueryVariables>;
export const StartViewAsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartViewAs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartViewAsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startViewAs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"started"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<StartViewAsMutation, StartViewAsMutationVariables>;
