// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on one value; all that are given must hold. */
export type DateFilter = {
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

/** A decision about time off. */
export type DecideTimeOffInput = {
  /** Whether it is approved; declined otherwise. */
  readonly approve: boolean;
  /** The time off. */
  readonly id: string;
  /** Why; needed to decline. */
  readonly reason?: string | null | undefined;
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

/** Conditions on one value; all that are given must hold. */
export type IntFilter = {
  /** Equal to this. */
  readonly eq?: number | null | undefined;
  /** Greater or later than this. */
  readonly gt?: number | null | undefined;
  /** This, or greater or later. */
  readonly gte?: number | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<number> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** Less or earlier than this. */
  readonly lt?: number | null | undefined;
  /** This, or less or earlier. */
  readonly lte?: number | null | undefined;
};

/** Time off to ask for. */
export type RequestTimeOffInput = {
  /** The first day. */
  readonly from: string;
  /** What it is for: an item of the list TIME_OFF_KIND. */
  readonly kindId: string;
  /** What you say to it. */
  readonly note?: string | null | undefined;
  /** The last day. */
  readonly to: string;
  /** Who will be away; yourself when absent. */
  readonly userId?: string | null | undefined;
};

/** A skill and how well somebody has it. */
export type SkillLevelInput = {
  /** 1 (beginner) to 5 (teaches others). */
  readonly level: number;
  /** The skill: an item of the list SKILL. */
  readonly skillId: string;
};

/** Which end comes first. Empty values come last both ways. */
export type SortDirection =
  /** Smallest, earliest or first in the alphabet. */
  | 'ASC'
  /** Greatest, latest or last in the alphabet. */
  | 'DESC';

/** Conditions on a profile; all that are given must hold. */
export type StaffProfileFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<StaffProfileFilter> | null | undefined;
  /** By away on. */
  readonly awayOn?: TextListFilter | null | undefined;
  /** By department id. */
  readonly departmentId?: IdFilter | null | undefined;
  /** By id. */
  readonly id?: IdFilter | null | undefined;
  /** By name. */
  readonly name?: TextFilter | null | undefined;
  /** This does not hold. */
  readonly not?: StaffProfileFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<StaffProfileFilter> | null | undefined;
  /** By skill id. */
  readonly skillId?: IdFilter | null | undefined;
  /** By status. */
  readonly status?: UserStatusFilter | null | undefined;
  /** By weekly minutes. */
  readonly weeklyMinutes?: IntFilter | null | undefined;
};

/** One step of the order of a list of profile records. */
export type StaffProfileSort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: StaffProfileSortField;
};

/** What a list of profile records can be ordered by. */
export type StaffProfileSortField =
  /** By name. */
  | 'NAME'
  /** By updated at. */
  | 'UPDATED_AT'
  /** By weekly minutes. */
  | 'WEEKLY_MINUTES';

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

/** Conditions on one value; all that are given must hold. */
export type TextListFilter = {
  /** Holds at least one of these. */
  readonly has?: ReadonlyArray<string> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on a time off; all that are given must hold. */
export type TimeOffFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<TimeOffFilter> | null | undefined;
  /** By department id. */
  readonly departmentId?: IdFilter | null | undefined;
  /** By from. */
  readonly from?: DateFilter | null | undefined;
  /** By kind id. */
  readonly kindId?: IdFilter | null | undefined;
  /** This does not hold. */
  readonly not?: TimeOffFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<TimeOffFilter> | null | undefined;
  /** By status. */
  readonly status?: TimeOffStatusFilter | null | undefined;
  /** By to. */
  readonly to?: DateFilter | null | undefined;
  /** By user id. */
  readonly userId?: IdFilter | null | undefined;
};

/** One step of the order of a list of time off records. */
export type TimeOffSort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: TimeOffSortField;
};

/** What a list of time off records can be ordered by. */
export type TimeOffSortField =
  /** By created at. */
  | 'CREATED_AT'
  /** By from. */
  | 'FROM';

/** Where time off stands. */
export type TimeOffStatus =
  /** They are away. */
  | 'APPROVED'
  /** Refused with a reason. */
  | 'DECLINED'
  /** Asked for, not decided. */
  | 'REQUESTED'
  /** Taken back by whoever asked. */
  | 'WITHDRAWN';

/** Conditions on one value; all that are given must hold. */
export type TimeOffStatusFilter = {
  /** Equal to this. */
  readonly eq?: TimeOffStatus | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<TimeOffStatus> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<TimeOffStatus> | null | undefined;
};

/** Changed facts of a profile; what is absent stays. */
export type UpdateStaffProfileInput = {
  /** What they say about themselves. */
  readonly about?: string | null | undefined;
  /** The person. */
  readonly id: string;
  /** Where they work. */
  readonly location?: string | null | undefined;
  /** Telephone number. */
  readonly phone?: string | null | undefined;
  /** All their skills. */
  readonly skills?: ReadonlyArray<SkillLevelInput> | null | undefined;
  /** The version you saw. */
  readonly version: number;
  /** Capacity in minutes a week; needs the right to plan. */
  readonly weeklyMinutes?: number | null | undefined;
  /** Days on which they work; needs the right to plan. */
  readonly workDays?: ReadonlyArray<Weekday> | null | undefined;
};

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

/** A day of the week. */
export type Weekday =
  /** The fifth day. */
  | 'FRIDAY'
  /** The first day. */
  | 'MONDAY'
  /** The sixth day. */
  | 'SATURDAY'
  /** The last day. */
  | 'SUNDAY'
  /** The fourth day. */
  | 'THURSDAY'
  /** The second day. */
  | 'TUESDAY'
  /** The third day. */
  | 'WEDNESDAY';

/** Time off to take back. */
export type WithdrawTimeOffInput = {
  /** The time off. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

export type DirectoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: StaffProfileFilter | null | undefined;
  sort?: ReadonlyArray<StaffProfileSort> | StaffProfileSort | null | undefined;
}>;


export type DirectoryQuery = { readonly directory: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly phone: string | null, readonly location: string | null, readonly weeklyMinutes: number | null, readonly workDays: ReadonlyArray<Weekday> | null, readonly awayUntil: string | null, readonly skills: ReadonlyArray<{ readonly id: string, readonly level: number, readonly skill: { readonly id: string, readonly label: string } | null }>, readonly user: { readonly id: string, readonly name: string, readonly title: string | null, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ColleagueQueryVariables = Exact<{
  id: string;
}>;


export type ColleagueQuery = { readonly staffProfile: { readonly id: string, readonly version: number, readonly phone: string | null, readonly location: string | null, readonly about: string | null, readonly weeklyMinutes: number | null, readonly workDays: ReadonlyArray<Weekday> | null, readonly awayUntil: string | null, readonly skills: ReadonlyArray<{ readonly id: string, readonly level: number, readonly skill: { readonly id: string, readonly label: string } | null }>, readonly user: { readonly id: string, readonly name: string, readonly title: string | null, readonly email: string, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly teams: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly timeOff: ReadonlyArray<{ readonly id: string, readonly version: number, readonly from: string, readonly to: string, readonly status: TimeOffStatus, readonly note: string | null, readonly reason: string | null, readonly kind: { readonly id: string, readonly label: string } | null, readonly decidedBy: { readonly id: string, readonly name: string } | null }> } | null };

export type TimeOffListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: TimeOffFilter | null | undefined;
  sort?: ReadonlyArray<TimeOffSort> | TimeOffSort | null | undefined;
}>;


export type TimeOffListQuery = { readonly timeOffs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly createdAt: string, readonly from: string, readonly to: string, readonly status: TimeOffStatus, readonly note: string | null, readonly reason: string | null, readonly kind: { readonly id: string, readonly label: string } | null, readonly user: { readonly id: string, readonly name: string, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly decidedBy: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PickItemsQueryVariables = Exact<{
  list: string;
}>;


export type PickItemsQuery = { readonly pickListItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly label: string }> } };

export type SaveColleagueMutationVariables = Exact<{
  input: UpdateStaffProfileInput;
}>;


export type SaveColleagueMutation = { readonly updateStaffProfile: { readonly profile: { readonly id: string, readonly version: number, readonly phone: string | null, readonly location: string | null, readonly about: string | null, readonly weeklyMinutes: number | null, readonly workDays: ReadonlyArray<Weekday> | null, readonly skills: ReadonlyArray<{ readonly id: string, readonly level: number, readonly skill: { readonly id: string, readonly label: string } | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RequestTimeOffMutationVariables = Exact<{
  input: RequestTimeOffInput;
}>;


export type RequestTimeOffMutation = { readonly requestTimeOff: { readonly timeOff: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type DecideTimeOffMutationVariables = Exact<{
  input: DecideTimeOffInput;
}>;


export type DecideTimeOffMutation = { readonly decideTimeOff: { readonly timeOff: { readonly id: string, readonly version: number, readonly status: TimeOffStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type WithdrawTimeOffMutationVariables = Exact<{
  input: WithdrawTimeOffInput;
}>;


export type WithdrawTimeOffMutation = { readonly withdrawTimeOff: { readonly timeOff: { readonly id: string, readonly version: number, readonly status: TimeOffStatus } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const DirectoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Directory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StaffProfileFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StaffProfileSort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"directory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"weeklyMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"workDays"}},{"kind":"Field","name":{"kind":"Name","value":"awayUntil"}},{"kind":"Field","name":{"kind":"Name","value":"skills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"skill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<DirectoryQuery, DirectoryQueryVariables>;
export const ColleagueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Colleague"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staffProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"weeklyMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"workDays"}},{"kind":"Field","name":{"kind":"Name","value":"awayUntil"}},{"kind":"Field","name":{"kind":"Name","value":"skills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"skill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"kind"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ColleagueQuery, ColleagueQueryVariables>;
export const TimeOffListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimeOffList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeOffFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeOffSort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOffs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"kind"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TimeOffListQuery, TimeOffListQueryVariables>;
export const PickItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PickItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"list"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pickListItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"list"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"list"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"archived"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"BooleanValue","value":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<PickItemsQuery, PickItemsQueryVariables>;
export const SaveColleagueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveColleague"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateStaffProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateStaffProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"weeklyMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"workDays"}},{"kind":"Field","name":{"kind":"Name","value":"skills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"skill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SaveColleagueMutation, SaveColleagueMutationVariables>;
export const RequestTimeOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestTimeOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestTimeOffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestTimeOff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<RequestTimeOffMutation, RequestTimeOffMutationVariables>;
export const DecideTimeOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideTimeOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideTimeOffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideTimeOff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<DecideTimeOffMutation, DecideTimeOffMutationVariables>;
export const WithdrawTimeOffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawTimeOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawTimeOffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawTimeOff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawTimeOffMutation, WithdrawTimeOffMutationVariables>;
