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

/** Who leaves, and who takes over what. */
export type DeactivateUserInput = {
  /** The person. */
  readonly id: string;
  /** Leaves open records where they are; for access that must end at once. */
  readonly leaveRecords?: boolean | null | undefined;
  /** Takes over every kind of records that transfers does not name. */
  readonly transferAllToId?: string | null | undefined;
  /** Who takes over which kind of records. */
  readonly transfers?: ReadonlyArray<TransferInput> | null | undefined;
  /** The version you saw. */
  readonly version: number;
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

/** An exception for one person. */
export type GrantExceptionInput = {
  /** Until when; without it, until somebody takes it back. */
  readonly expiresAt?: string | null | undefined;
  /** What they may or may not do. */
  readonly grant: GrantLineInput;
  /** Why. */
  readonly reason: string;
  /** The person. */
  readonly userId: string;
};

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

/** Somebody to invite; they choose their password themselves. */
export type InviteUserInput = {
  /** Clients only: their customer. */
  readonly customerId?: string | null | undefined;
  /** Departments they belong to. */
  readonly departmentIds?: ReadonlyArray<string> | null | undefined;
  /** The e-mail address to sign in with. */
  readonly email: string;
  /** The person's name. */
  readonly name: string;
  /** Roles to give; needs the right to give roles. */
  readonly roles?: ReadonlyArray<RoleAssignmentInput> | null | undefined;
  /** ADMIN, EMPLOYEE or CLIENT. */
  readonly tier: UserTier;
  /** Position in the company. */
  readonly title?: string | null | undefined;
};

/** The person to let in again. */
export type ReactivateUserInput = {
  /** The person. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

/** Whose invitation is sent again. */
export type ResendInvitationInput = {
  /** The person. */
  readonly id: string;
};

/** The exception to take back. */
export type RevokeExceptionInput = {
  /** The exception. */
  readonly id: string;
};

/** A role and where it holds. */
export type RoleAssignmentInput = {
  /** Only in this department and those below it; wherever the person belongs when absent. */
  readonly departmentId?: string | null | undefined;
  /** The role. */
  readonly roleId: string;
};

/** All roles that a person shall hold. */
export type SetUserRolesInput = {
  /** The person. */
  readonly id: string;
  /** The roles; those that are not named are taken away. */
  readonly roles: ReadonlyArray<RoleAssignmentInput>;
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

/** Who takes over one kind of records. */
export type TransferInput = {
  /** The kind, as in userOpenRecords: DEALS. */
  readonly kind: string;
  /** The colleague who takes them over. */
  readonly toId: string;
};

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

/** Conditions on a person; all that are given must hold. */
export type UserFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<UserFilter> | null | undefined;
  /** By customer id. */
  readonly customerId?: IdFilter | null | undefined;
  /** By department id. */
  readonly departmentId?: IdFilter | null | undefined;
  /** By email. */
  readonly email?: TextFilter | null | undefined;
  /** By id. */
  readonly id?: IdFilter | null | undefined;
  /** By last sign in at. */
  readonly lastSignInAt?: DateTimeFilter | null | undefined;
  /** By name. */
  readonly name?: TextFilter | null | undefined;
  /** This does not hold. */
  readonly not?: UserFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<UserFilter> | null | undefined;
  /** By role id. */
  readonly roleId?: IdFilter | null | undefined;
  /** By status. */
  readonly status?: UserStatusFilter | null | undefined;
  /** By team id. */
  readonly teamId?: IdFilter | null | undefined;
  /** By tier. */
  readonly tier?: UserTierFilter | null | undefined;
};

/** One step of the order of a list of person records. */
export type UserSort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: UserSortField;
};

/** What a list of person records can be ordered by. */
export type UserSortField =
  /** By created at. */
  | 'CREATED_AT'
  /** By email. */
  | 'EMAIL'
  /** By last sign in at. */
  | 'LAST_SIGN_IN_AT'
  /** By name. */
  | 'NAME';

/** Whether somebody can sign in. */
export type UserStatus =
  /** Can sign in. */
  | 'ACTIVE'
  /** Has left and cannot sign in. */
  | 'INACTIVE'
  /** Has no password yet. */
  | 'INVITED';

/** Conditions on one value; all that are given must hold. */
export type UserStatusFilter = {
  /** Equal to this. */
  readonly eq?: UserStatus | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<UserStatus> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<UserStatus> | null | undefined;
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

/** Conditions on one value; all that are given must hold. */
export type UserTierFilter = {
  /** Equal to this. */
  readonly eq?: UserTier | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<UserTier> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<UserTier> | null | undefined;
};

/** Whose invitation is withdrawn. */
export type WithdrawInvitationInput = {
  /** The person. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

export type PeopleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  sort?: ReadonlyArray<UserSort> | UserSort | null | undefined;
}>;


export type PeopleListQuery = { readonly users: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly name: string, readonly email: string, readonly title: string | null, readonly tier: UserTier, readonly status: UserStatus, readonly lastSignInAt: string | null, readonly invitationExpiresAt: string | null, readonly createdAt: string, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly roles: ReadonlyArray<{ readonly id: string, readonly role: { readonly id: string, readonly name: string } | null, readonly department: { readonly id: string, readonly name: string } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PersonQueryVariables = Exact<{
  id: string;
}>;


export type PersonQuery = { readonly user: { readonly id: string, readonly version: number, readonly name: string, readonly email: string, readonly title: string | null, readonly tier: UserTier, readonly status: UserStatus, readonly customerId: string | null, readonly lastSignInAt: string | null, readonly invitationExpiresAt: string | null, readonly createdAt: string, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly teams: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly roles: ReadonlyArray<{ readonly id: string, readonly role: { readonly id: string, readonly key: string, readonly name: string, readonly description: string } | null, readonly department: { readonly id: string, readonly name: string } | null }>, readonly exceptions: ReadonlyArray<{ readonly id: string, readonly permission: string, readonly effect: GrantEffect, readonly scope: GrantScope, readonly reason: string, readonly expiresAt: string | null, readonly createdAt: string }> | null } | null };

export type PickRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type PickRolesQuery = { readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly key: string, readonly name: string, readonly description: string, readonly tiers: ReadonlyArray<string> }> } };

export type PickDepartmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type PickDepartmentsQuery = { readonly departments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly parentId: string | null, readonly archived: boolean }> } };

export type PermissionWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionWordsQuery = { readonly permissionMatrix: { readonly subjects: ReadonlyArray<{ readonly name: string, readonly label: string, readonly scopes: ReadonlyArray<GrantScope>, readonly permissions: ReadonlyArray<{ readonly name: string, readonly meaning: string }> }> } };

export type UserOpenRecordsQueryVariables = Exact<{
  userId: string;
}>;


export type UserOpenRecordsQuery = { readonly userOpenRecords: ReadonlyArray<{ readonly kind: string, readonly label: string, readonly count: number }> };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { readonly inviteUser: { readonly user: { readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ResendInvitationMutationVariables = Exact<{
  input: ResendInvitationInput;
}>;


export type ResendInvitationMutation = { readonly resendInvitation: { readonly user: { readonly id: string, readonly version: number, readonly invitationExpiresAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type WithdrawInvitationMutationVariables = Exact<{
  input: WithdrawInvitationInput;
}>;


export type WithdrawInvitationMutation = { readonly withdrawInvitation: { readonly user: { readonly id: string, readonly version: number, readonly status: UserStatus, readonly invitationExpiresAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdatePersonMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly version: number, readonly name: string, readonly email: string, readonly title: string | null, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type SetPersonRolesMutationVariables = Exact<{
  input: SetUserRolesInput;
}>;


export type SetPersonRolesMutation = { readonly setUserRoles: { readonly user: { readonly id: string, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type DeactivatePersonMutationVariables = Exact<{
  input: DeactivateUserInput;
}>;


export type DeactivatePersonMutation = { readonly deactivateUser: { readonly user: { readonly id: string, readonly version: number, readonly status: UserStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ReactivatePersonMutationVariables = Exact<{
  input: ReactivateUserInput;
}>;


export type ReactivatePersonMutation = { readonly reactivateUser: { readonly user: { readonly id: string, readonly version: number, readonly status: UserStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type GrantExceptionMutationVariables = Exact<{
  input: GrantExceptionInput;
}>;


export type GrantExceptionMutation = { readonly grantException: { readonly userId: string | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RevokeExceptionMutationVariables = Exact<{
  input: RevokeExceptionInput;
}>;


export type RevokeExceptionMutation = { readonly revokeException: { readonly userId: string | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const PeopleListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UserFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UserSort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"invitationExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<PeopleListQuery, PeopleListQueryVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"invitationExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"permission"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const PickRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PickRoles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}}]}}]}}]}}]} as unknown as DocumentNode<PickRolesQuery, PickRolesQueryVariables>;
export const PickDepartmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PickDepartments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"departments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}}]}}]}}]}}]} as unknown as DocumentNode<PickDepartmentsQuery, PickDepartmentsQueryVariables>;
export const PermissionWordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PermissionWords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permissionMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"roleIds"},"value":{"kind":"ListValue","values":[]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PermissionWordsQuery, PermissionWordsQueryVariables>;
export const UserOpenRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserOpenRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userOpenRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<UserOpenRecordsQuery, UserOpenRecordsQueryVariables>;
export const InviteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<InviteUserMutation, InviteUserMutationVariables>;
export const ResendInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResendInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"invitationExpiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const WithdrawInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"invitationExpiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const UpdatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const SetPersonRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPersonRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserRolesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserRoles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SetPersonRolesMutation, SetPersonRolesMutationVariables>;
export const DeactivatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeactivatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeactivateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deactivateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<DeactivatePersonMutation, DeactivatePersonMutationVariables>;
export const ReactivatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReactivatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReactivateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactivateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<ReactivatePersonMutation, ReactivatePersonMutationVariables>;
export const GrantExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<GrantExceptionMutation, GrantExceptionMutationVariables>;
export const RevokeExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeExceptionMutation, RevokeExceptionMutationVariables>;
