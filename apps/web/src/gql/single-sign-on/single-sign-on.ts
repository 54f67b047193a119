// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on one value; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to this. */
  readonly eq?: boolean | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
};

/** A new provider of single sign-on. */
export type CreateSignInProviderInput = {
  /** Whether it is in use; true when absent. */
  readonly active?: boolean | null | undefined;
  /** SAML: certificates with which assertions are signed, PEM; several while they change. */
  readonly certificates?: ReadonlyArray<string> | null | undefined;
  /** OIDC: the client id. */
  readonly clientId?: string | null | undefined;
  /** OIDC: the client secret; kept sealed, shown to nobody. Absent: the one there is; null: none, a public client. */
  readonly clientSecret?: string | null | undefined;
  /** E-mail domains of the people who sign in by it. SAML asks for at least one. */
  readonly emailDomains?: ReadonlyArray<string> | null | undefined;
  /** OIDC: the issuer's address. SAML: the identity provider's entity id, unless the metadata gives it. */
  readonly issuer?: string | null | undefined;
  /** How it is spoken to; stays. */
  readonly kind: SignInProviderKind;
  /** SAML: the XML that the identity provider publishes. Gives entity id, sign-in address and certificates where they are absent. */
  readonly metadata?: string | null | undefined;
  /** Stands on the button of the sign-in page. */
  readonly name: string;
  /** Makes accounts with this role for people of its domains; null = makes none. */
  readonly provisionRoleId?: string | null | undefined;
  /** SAML: whether only assertions encrypted to us are believed; false when absent. */
  readonly requiresEncryption?: boolean | null | undefined;
  /** SAML: where people are sent (HTTP-Redirect binding). */
  readonly signInAddress?: string | null | undefined;
  /** Who may sign in by it; employees when absent. */
  readonly tiers?: ReadonlyArray<SignInProviderTier> | null | undefined;
  /** Whether its word that a second factor was given counts. */
  readonly trustsSecondFactor?: boolean | null | undefined;
};

/** The provider to remove. */
export type DeleteSignInProviderInput = {
  /** The provider. */
  readonly id: string;
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

/** The SAML provider that gets a new key. */
export type RotateSignInProviderKeyInput = {
  /** Whether what is encrypted to the key before still opens for 30 days. Say no when that key may be known to others. */
  readonly acceptFormer?: boolean;
  /** The provider. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
};

/** Conditions on a sign-in provider; all that are given must hold. */
export type SignInProviderFilter = {
  /** By active. */
  readonly active?: BooleanFilter | null | undefined;
  /** All of these hold. */
  readonly and?: ReadonlyArray<SignInProviderFilter> | null | undefined;
  /** By name. */
  readonly name?: TextFilter | null | undefined;
  /** This does not hold. */
  readonly not?: SignInProviderFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<SignInProviderFilter> | null | undefined;
};

/** How a provider of single sign-on is spoken to. */
export type SignInProviderKind =
  /** OpenID Connect: code with PKCE. */
  | 'OIDC'
  /** SAML 2.0. */
  | 'SAML';

/** Who may sign in by a provider. */
export type SignInProviderTier =
  /** Administrators. */
  | 'ADMIN'
  /** People of customers. */
  | 'CLIENT'
  /** Employees. */
  | 'EMPLOYEE';

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

/** Changed facts of a provider; what is absent stays. */
export type UpdateSignInProviderInput = {
  /** Whether it is in use; true when absent. */
  readonly active?: boolean | null | undefined;
  /** SAML: certificates with which assertions are signed, PEM; several while they change. */
  readonly certificates?: ReadonlyArray<string> | null | undefined;
  /** OIDC: the client id. */
  readonly clientId?: string | null | undefined;
  /** OIDC: the client secret; kept sealed, shown to nobody. Absent: the one there is; null: none, a public client. */
  readonly clientSecret?: string | null | undefined;
  /** E-mail domains of the people who sign in by it. SAML asks for at least one. */
  readonly emailDomains?: ReadonlyArray<string> | null | undefined;
  /** The provider. */
  readonly id: string;
  /** Its issuer; with another one everybody is matched anew. */
  readonly issuer?: string | null | undefined;
  /** SAML: the XML that the identity provider publishes. Gives entity id, sign-in address and certificates where they are absent. */
  readonly metadata?: string | null | undefined;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** Makes accounts with this role for people of its domains; null = makes none. */
  readonly provisionRoleId?: string | null | undefined;
  /** SAML: whether only assertions encrypted to us are believed; false when absent. */
  readonly requiresEncryption?: boolean | null | undefined;
  /** SAML: where people are sent (HTTP-Redirect binding). */
  readonly signInAddress?: string | null | undefined;
  /** Who may sign in by it; employees when absent. */
  readonly tiers?: ReadonlyArray<SignInProviderTier> | null | undefined;
  /** Whether its word that a second factor was given counts. */
  readonly trustsSecondFactor?: boolean | null | undefined;
  /** The version you saw. */
  readonly version: number;
};

export type SignInProviderFactsFragment = { readonly id: string, readonly version: number, readonly kind: SignInProviderKind, readonly name: string, readonly issuer: string, readonly clientId: string | null, readonly hasClientSecret: boolean, readonly signInAddress: string | null, readonly certificates: ReadonlyArray<string>, readonly emailDomains: ReadonlyArray<string>, readonly tiers: ReadonlyArray<SignInProviderTier>, readonly trustsSecondFactor: boolean, readonly active: boolean, readonly requiresEncryption: boolean, readonly encryptionCertificate: string | null, readonly encryptionKeySince: string | null, readonly formerKeyUntil: string | null, readonly provisionRole: { readonly id: string, readonly name: string } | null };

export type SignInProvidersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SignInProviderFilter | null | undefined;
}>;


export type SignInProvidersQuery = { readonly signInProviders: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly kind: SignInProviderKind, readonly name: string, readonly issuer: string, readonly clientId: string | null, readonly hasClientSecret: boolean, readonly signInAddress: string | null, readonly certificates: ReadonlyArray<string>, readonly emailDomains: ReadonlyArray<string>, readonly tiers: ReadonlyArray<SignInProviderTier>, readonly trustsSecondFactor: boolean, readonly active: boolean, readonly requiresEncryption: boolean, readonly encryptionCertificate: string | null, readonly encryptionKeySince: string | null, readonly formerKeyUntil: string | null, readonly provisionRole: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateSignInProviderMutationVariables = Exact<{
  input: CreateSignInProviderInput;
}>;


export type CreateSignInProviderMutation = { readonly createSignInProvider: { readonly signInProvider: { readonly id: string, readonly version: number, readonly kind: SignInProviderKind, readonly name: string, readonly issuer: string, readonly clientId: string | null, readonly hasClientSecret: boolean, readonly signInAddress: string | null, readonly certificates: ReadonlyArray<string>, readonly emailDomains: ReadonlyArray<string>, readonly tiers: ReadonlyArray<SignInProviderTier>, readonly trustsSecondFactor: boolean, readonly active: boolean, readonly requiresEncryption: boolean, readonly encryptionCertificate: string | null, readonly encryptionKeySince: string | null, readonly formerKeyUntil: string | null, readonly provisionRole: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type UpdateSignInProviderMutationVariables = Exact<{
  input: UpdateSignInProviderInput;
}>;


export type UpdateSignInProviderMutation = { readonly updateSignInProvider: { readonly signInProvider: { readonly id: string, readonly version: number, readonly kind: SignInProviderKind, readonly name: string, readonly issuer: string, readonly clientId: string | null, readonly hasClientSecret: boolean, readonly signInAddress: string | null, readonly certificates: ReadonlyArray<string>, readonly emailDomains: ReadonlyArray<string>, readonly tiers: ReadonlyArray<SignInProviderTier>, readonly trustsSecondFactor: boolean, readonly active: boolean, readonly requiresEncryption: boolean, readonly encryptionCertificate: string | null, readonly encryptionKeySince: string | null, readonly formerKeyUntil: string | null, readonly provisionRole: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type RotateSignInProviderKeyMutationVariables = Exact<{
  input: RotateSignInProviderKeyInput;
}>;


export type RotateSignInProviderKeyMutation = { readonly rotateSignInProviderKey: { readonly signInProvider: { readonly id: string, readonly version: number, readonly kind: SignInProviderKind, readonly name: string, readonly issuer: string, readonly clientId: string | null, readonly hasClientSecret: boolean, readonly signInAddress: string | null, readonly certificates: ReadonlyArray<string>, readonly emailDomains: ReadonlyArray<string>, readonly tiers: ReadonlyArray<SignInProviderTier>, readonly trustsSecondFactor: boolean, readonly active: boolean, readonly requiresEncryption: boolean, readonly encryptionCertificate: string | null, readonly encryptionKeySince: string | null, readonly formerKeyUntil: string | null, readonly provisionRole: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type DeleteSignInProviderMutationVariables = Exact<{
  input: DeleteSignInProviderInput;
}>;


export type DeleteSignInProviderMutation = { readonly deleteSignInProvider: { readonly id: string | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const SignInProviderFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInProviderFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"hasClientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"signInAddress"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"trustsSecondFactor"}},{"kind":"Field","name":{"kind":"Name","value":"provisionRole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"requiresEncryption"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionCertificate"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionKeySince"}},{"kind":"Field","name":{"kind":"Name","value":"formerKeyUntil"}}]}}]} as unknown as DocumentNode<SignInProviderFactsFragment, unknown>;
export const SignInProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignInProviders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProviderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInProviders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInProviderFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInProviderFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"hasClientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"signInAddress"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"trustsSecondFactor"}},{"kind":"Field","name":{"kind":"Name","value":"provisionRole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"requiresEncryption"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionCertificate"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionKeySince"}},{"kind":"Field","name":{"kind":"Name","value":"formerKeyUntil"}}]}}]} as unknown as DocumentNode<SignInProvidersQuery, SignInProvidersQueryVariables>;
export const CreateSignInProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSignInProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSignInProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSignInProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInProvider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInProviderFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInProviderFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"hasClientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"signInAddress"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"trustsSecondFactor"}},{"kind":"Field","name":{"kind":"Name","value":"provisionRole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"requiresEncryption"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionCertificate"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionKeySince"}},{"kind":"Field","name":{"kind":"Name","value":"formerKeyUntil"}}]}}]} as unknown as DocumentNode<CreateSignInProviderMutation, CreateSignInProviderMutationVariables>;
export const UpdateSignInProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSignInProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSignInProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSignInProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInProvider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInProviderFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInProviderFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"hasClientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"signInAddress"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"trustsSecondFactor"}},{"kind":"Field","name":{"kind":"Name","value":"provisionRole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"requiresEncryption"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionCertificate"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionKeySince"}},{"kind":"Field","name":{"kind":"Name","value":"formerKeyUntil"}}]}}]} as unknown as DocumentNode<UpdateSignInProviderMutation, UpdateSignInProviderMutationVariables>;
export const RotateSignInProviderKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateSignInProviderKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateSignInProviderKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateSignInProviderKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInProvider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignInProviderFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignInProviderFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"hasClientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"signInAddress"}},{"kind":"Field","name":{"kind":"Name","value":"certificates"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"trustsSecondFactor"}},{"kind":"Field","name":{"kind":"Name","value":"provisionRole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"requiresEncryption"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionCertificate"}},{"kind":"Field","name":{"kind":"Name","value":"encryptionKeySince"}},{"kind":"Field","name":{"kind":"Name","value":"formerKeyUntil"}}]}}]} as unknown as DocumentNode<RotateSignInProviderKeyMutation, RotateSignInProviderKeyMutationVariables>;
export const DeleteSignInProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteSignInProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteSignInProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteSignInProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteSignInProviderMutation, DeleteSignInProviderMutationVariables>;
