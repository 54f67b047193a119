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

/** Tiers for which a second factor is the organization's choice; administrators always need one. */
export type OptionalSecondFactorTier =
  /** People of customers. */
  | 'CLIENT'
  /** Staff. */
  | 'EMPLOYEE';

/** What happens when a session shows up from another program or an impossible place. */
export type RiskAnswer =
  /** It ends. */
  | 'END'
  /** It asks for a code; without a second factor it ends. */
  | 'STEP_UP';

/** How long sessions of a tier live: 15 minutes to a year. */
export type SessionLimitsInput = {
  /** Minutes without use. */
  readonly idleMinutes: number;
  /** Minutes after sign-in, however much it is used. */
  readonly longestMinutes: number;
};

/** Changes of the security policy; what is absent stays. */
export type UpdateSecurityPolicyInput = {
  /** Sessions of administrators; shorter limits count for open sessions too. */
  readonly adminSessions?: SessionLimitsInput | null | undefined;
  /** Administrators too get in from these networks only. */
  readonly adminsNeedNetwork?: boolean | null | undefined;
  /** Staff get in from these networks only: addresses or CIDR, IPv4 or IPv6. */
  readonly allowedNetworks?: ReadonlyArray<string> | null | undefined;
  /** Nobody signs in from these countries: two letters of ISO 3166. */
  readonly blockedCountries?: ReadonlyArray<string> | null | undefined;
  /** Sessions of clients. */
  readonly clientSessions?: SessionLimitsInput | null | undefined;
  /** Sessions of staff. */
  readonly employeeSessions?: SessionLimitsInput | null | undefined;
  /** So many earlier passwords cannot be chosen again, 0 to 24. */
  readonly passwordHistory?: number | null | undefined;
  /** Characters a password has at least, 12 to 128. */
  readonly passwordMinLength?: number | null | undefined;
  /** Refuse common and breached passwords. */
  readonly passwordRefuseCommon?: boolean | null | undefined;
  /** Staff sign in on approved devices only. */
  readonly registeredDevicesRequired?: boolean | null | undefined;
  /** What happens when a session shows up from another program or an impossible place. */
  readonly riskAnswer?: RiskAnswer | null | undefined;
  /** Who needs a second factor beside administrators. */
  readonly secondFactorFor?: ReadonlyArray<OptionalSecondFactorTier> | null | undefined;
  /** People may make an account for themselves, with the lowest role. */
  readonly selfRegistration?: boolean | null | undefined;
  /** The version that the caller saw. */
  readonly version: number;
};

export type PolicyFactsFragment = { readonly version: number, readonly presentAddress: string | null, readonly presentAddressInside: boolean, readonly allowedNetworks: ReadonlyArray<string>, readonly adminsNeedNetwork: boolean, readonly secondFactorFor: ReadonlyArray<OptionalSecondFactorTier>, readonly passwordMinLength: number, readonly passwordHistory: number, readonly passwordRefuseCommon: boolean, readonly registeredDevicesRequired: boolean, readonly selfRegistration: boolean, readonly blockedCountries: ReadonlyArray<string>, readonly riskAnswer: RiskAnswer, readonly adminSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly employeeSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly clientSessions: { readonly idleMinutes: number, readonly longestMinutes: number } };

export type SecurityPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityPolicyQuery = { readonly securityPolicy: { readonly version: number, readonly presentAddress: string | null, readonly presentAddressInside: boolean, readonly allowedNetworks: ReadonlyArray<string>, readonly adminsNeedNetwork: boolean, readonly secondFactorFor: ReadonlyArray<OptionalSecondFactorTier>, readonly passwordMinLength: number, readonly passwordHistory: number, readonly passwordRefuseCommon: boolean, readonly registeredDevicesRequired: boolean, readonly selfRegistration: boolean, readonly blockedCountries: ReadonlyArray<string>, readonly riskAnswer: RiskAnswer, readonly adminSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly employeeSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly clientSessions: { readonly idleMinutes: number, readonly longestMinutes: number } } };

export type UpdateSecurityPolicyMutationVariables = Exact<{
  input: UpdateSecurityPolicyInput;
}>;


export type UpdateSecurityPolicyMutation = { readonly updateSecurityPolicy: { readonly securityPolicy: { readonly version: number, readonly presentAddress: string | null, readonly presentAddressInside: boolean, readonly allowedNetworks: ReadonlyArray<string>, readonly adminsNeedNetwork: boolean, readonly secondFactorFor: ReadonlyArray<OptionalSecondFactorTier>, readonly passwordMinLength: number, readonly passwordHistory: number, readonly passwordRefuseCommon: boolean, readonly registeredDevicesRequired: boolean, readonly selfRegistration: boolean, readonly blockedCountries: ReadonlyArray<string>, readonly riskAnswer: RiskAnswer, readonly adminSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly employeeSessions: { readonly idleMinutes: number, readonly longestMinutes: number }, readonly clientSessions: { readonly idleMinutes: number, readonly longestMinutes: number } } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const PolicyFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PolicyFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddress"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddressInside"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}},{"kind":"Field","name":{"kind":"Name","value":"adminsNeedNetwork"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorFor"}},{"kind":"Field","name":{"kind":"Name","value":"passwordMinLength"}},{"kind":"Field","name":{"kind":"Name","value":"passwordHistory"}},{"kind":"Field","name":{"kind":"Name","value":"passwordRefuseCommon"}},{"kind":"Field","name":{"kind":"Name","value":"adminSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clientSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registeredDevicesRequired"}},{"kind":"Field","name":{"kind":"Name","value":"selfRegistration"}},{"kind":"Field","name":{"kind":"Name","value":"blockedCountries"}},{"kind":"Field","name":{"kind":"Name","value":"riskAnswer"}}]}}]} as unknown as DocumentNode<PolicyFactsFragment, unknown>;
export const SecurityPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SecurityPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PolicyFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PolicyFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddress"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddressInside"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}},{"kind":"Field","name":{"kind":"Name","value":"adminsNeedNetwork"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorFor"}},{"kind":"Field","name":{"kind":"Name","value":"passwordMinLength"}},{"kind":"Field","name":{"kind":"Name","value":"passwordHistory"}},{"kind":"Field","name":{"kind":"Name","value":"passwordRefuseCommon"}},{"kind":"Field","name":{"kind":"Name","value":"adminSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clientSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registeredDevicesRequired"}},{"kind":"Field","name":{"kind":"Name","value":"selfRegistration"}},{"kind":"Field","name":{"kind":"Name","value":"blockedCountries"}},{"kind":"Field","name":{"kind":"Name","value":"riskAnswer"}}]}}]} as unknown as DocumentNode<SecurityPolicyQuery, SecurityPolicyQueryVariables>;
export const UpdateSecurityPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSecurityPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSecurityPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSecurityPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PolicyFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PolicyFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddress"}},{"kind":"Field","name":{"kind":"Name","value":"presentAddressInside"}},{"kind":"Field","name":{"kind":"Name","value":"allowedNetworks"}},{"kind":"Field","name":{"kind":"Name","value":"adminsNeedNetwork"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorFor"}},{"kind":"Field","name":{"kind":"Name","value":"passwordMinLength"}},{"kind":"Field","name":{"kind":"Name","value":"passwordHistory"}},{"kind":"Field","name":{"kind":"Name","value":"passwordRefuseCommon"}},{"kind":"Field","name":{"kind":"Name","value":"adminSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clientSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"idleMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"longestMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"registeredDevicesRequired"}},{"kind":"Field","name":{"kind":"Name","value":"selfRegistration"}},{"kind":"Field","name":{"kind":"Name","value":"blockedCountries"}},{"kind":"Field","name":{"kind":"Name","value":"riskAnswer"}}]}}]} as unknown as DocumentNode<UpdateSecurityPolicyMutation, UpdateSecurityPolicyMutationVariables>;
