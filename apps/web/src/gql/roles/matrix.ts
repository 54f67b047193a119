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

/** What must be so for a grant to count; all that are given. */
export type GrantConditionsInput = {
  /** Least amount in minor units. */
  readonly amountAtLeast?: string | null | undefined;
  /** Greatest amount in minor units. */
  readonly amountAtMost?: string | null | undefined;
  /** Times of the week. */
  readonly hours?: ReadonlyArray<GrantHoursInput> | null | undefined;
  /** Networks in CIDR notation. */
  readonly networks?: ReadonlyArray<string> | null | undefined;
  /** States of the record. */
  readonly states?: ReadonlyArray<string> | null | undefined;
};

/** What a grant does. */
export type GrantEffect =
  /** Allows; with fields, these only. */
  | 'ALLOW'
  /** Denies, whatever else allows; with fields, hides these or makes them read-only. */
  | 'DENY'
  /** Shows the fields masked. */
  | 'MASK';

/** A time of the week in the organization's zone. */
export type GrantHoursInput = {
  /** Days on which it begins: 1 Monday to 7 Sunday. */
  readonly days: ReadonlyArray<number>;
  /** From when: 08:30. */
  readonly from: string;
  /** Until when; before `from` means the next morning. */
  readonly to: string;
};

/** A line of a role, or an exception. */
export type GrantLineInput = {
  /** What must be so. */
  readonly conditions?: GrantConditionsInput | null | undefined;
  /** ALLOW when absent. */
  readonly effect?: GrantEffect | null | undefined;
  /** Only these fields. */
  readonly fields?: ReadonlyArray<string> | null | undefined;
  /** The permission: deal.win. */
  readonly permission: string;
  /** Which records it reaches. */
  readonly scope: GrantScope;
};

/** Which records a grant reaches. */
export type GrantScope =
  /** Those they own or work on. */
  | 'ASSIGNED'
  /** Those of the client's own customer; the clients' only scope. */
  | 'CUSTOMER'
  /** Those of their departments and all below; of the role's department where it is bound to one. */
  | 'DEPARTMENT'
  /** All of the organization. */
  | 'ORGANIZATION'
  /** Those the person owns. */
  | 'OWN'
  /** Those of their teams. */
  | 'TEAM';

/** All lines of a role, or all of one permission. */
export type SetRoleGrantsInput = {
  /** The lines; those that are not named are taken away. */
  readonly grants: ReadonlyArray<GrantLineInput>;
  /** The role. */
  readonly id: string;
  /** Replace lines of this permission only: a cell of the matrix. */
  readonly permission?: string | null | undefined;
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

export type PermissionMatrixQueryVariables = Exact<{
  roleIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type PermissionMatrixQuery = { readonly permissionMatrix: { readonly subjects: ReadonlyArray<{ readonly name: string, readonly label: string, readonly scopes: ReadonlyArray<GrantScope>, readonly clientScopes: ReadonlyArray<GrantScope>, readonly hideable: ReadonlyArray<string>, readonly maskable: ReadonlyArray<string>, readonly states: ReadonlyArray<string>, readonly hasState: boolean, readonly hasAmount: boolean, readonly permissions: ReadonlyArray<{ readonly name: string, readonly action: string, readonly meaning: string, readonly grantable: ReadonlyArray<GrantScope> }> }>, readonly roles: ReadonlyArray<{ readonly id: string, readonly version: number, readonly key: string, readonly name: string, readonly tiers: ReadonlyArray<UserTier>, readonly builtin: boolean, readonly editable: boolean, readonly cells: ReadonlyArray<{ readonly permission: string, readonly lines: ReadonlyArray<{ readonly id: string, readonly scope: GrantScope, readonly effect: GrantEffect, readonly fields: ReadonlyArray<string> | null, readonly inheritedFrom: string | null, readonly conditions: { readonly networks: ReadonlyArray<string> | null, readonly states: ReadonlyArray<string> | null, readonly amountAtLeast: string | null, readonly amountAtMost: string | null, readonly hours: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> | null } | null }> }> }> } };

export type SetRoleGrantsMutationVariables = Exact<{
  input: SetRoleGrantsInput;
}>;


export type SetRoleGrantsMutation = { readonly setRoleGrants: { readonly role: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const PermissionMatrixDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PermissionMatrix"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"roleIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissionMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"roleIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"roleIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"clientScopes"}},{"kind":"Field","name":{"kind":"Name","value":"hideable"}},{"kind":"Field","name":{"kind":"Name","value":"maskable"}},{"kind":"Field","name":{"kind":"Name","value":"states"}},{"kind":"Field","name":{"kind":"Name","value":"hasState"}},{"kind":"Field","name":{"kind":"Name","value":"hasAmount"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}},{"kind":"Field","name":{"kind":"Name","value":"grantable"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"builtin"}},{"kind":"Field","name":{"kind":"Name","value":"editable"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permission"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"inheritedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"hours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"}},{"kind":"Field","name":{"kind":"Name","value":"amountAtLeast"}},{"kind":"Field","name":{"kind":"Name","value":"amountAtMost"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PermissionMatrixQuery, PermissionMatrixQueryVariables>;
export const SetRoleGrantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetRoleGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetRoleGrantsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setRoleGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SetRoleGrantsMutation, SetRoleGrantsMutationVariables>;
