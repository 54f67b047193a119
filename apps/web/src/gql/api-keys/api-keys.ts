// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on a API key; all that are given must hold. */
export type ApiKeyFilter = {
  /** By active. */
  readonly active?: BooleanFilter | null | undefined;
  /** All of these hold. */
  readonly and?: ReadonlyArray<ApiKeyFilter> | null | undefined;
  /** By created by id. */
  readonly createdById?: IdFilter | null | undefined;
  /** By expires at. */
  readonly expiresAt?: DateTimeFilter | null | undefined;
  /** By name. */
  readonly name?: TextFilter | null | undefined;
  /** This does not hold. */
  readonly not?: ApiKeyFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<ApiKeyFilter> | null | undefined;
};

/** Conditions on one value; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to this. */
  readonly eq?: boolean | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
};

/** A new key for a program. Nobody gives it more than they hold. */
export type CreateApiKeyInput = {
  /** When it stops working: at most a year from now. */
  readonly expiresAt: string;
  /** Single permissions, beside the role or instead of one. */
  readonly grants?: ReadonlyArray<GrantLineInput> | null | undefined;
  /** What it is for. */
  readonly name: string;
  /** It works from these networks only, addresses or CIDR; absent or empty = from anywhere. */
  readonly networks?: ReadonlyArray<string> | null | undefined;
  /** A role whose tiers include SERVICE. */
  readonly roleId?: string | null | undefined;
};

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

/** The key to end. */
export type RevokeApiKeyInput = {
  /** The key. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

/** The key whose secret is replaced. */
export type RotateApiKeyInput = {
  /** For how many minutes the old secret works yet; 0 = not any more. At most 10080, seven days. */
  readonly graceMinutes: number;
  /** The key. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

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

export type ApiKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ApiKeyFilter | null | undefined;
}>;


export type ApiKeysQuery = { readonly apiKeys: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly createdAt: string, readonly name: string, readonly prefix: string, readonly active: boolean, readonly networks: ReadonlyArray<string> | null, readonly expiresAt: string, readonly revokedAt: string | null, readonly lastUsedAt: string | null, readonly lastUsedAddress: string | null, readonly createdBy: { readonly id: string, readonly name: string } | null, readonly account: { readonly id: string, readonly roles: ReadonlyArray<{ readonly id: string, readonly role: { readonly id: string, readonly name: string } | null }>, readonly exceptions: ReadonlyArray<{ readonly id: string, readonly permission: string, readonly scope: GrantScope }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey: { readonly secret: string | null, readonly apiKey: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { readonly rotateApiKey: { readonly secret: string | null, readonly apiKey: { readonly id: string, readonly version: number, readonly prefix: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey: { readonly apiKey: { readonly id: string, readonly version: number, readonly active: boolean, readonly revokedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const ApiKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ApiKeyFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"networks"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"permission"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
