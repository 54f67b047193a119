// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A challenge of kind ENROL whose secret did not come with it: after single sign-on or an e-mailed link. */
export type BeginSignInEnrolmentInput = {
  /** The challenge's token. */
  readonly challenge: string;
};

/** The answer to a challenge. */
export type ConfirmSignInInput = {
  /** The challenge's token. */
  readonly challenge: string;
  /** A code of the authenticator, or a recovery code. */
  readonly code: string;
  /** How to hand over the tokens. */
  readonly delivery?: TokenDelivery;
  /** Where the organization asks for approved devices. */
  readonly device?: DeviceProofInput | null | undefined;
  /** Programs only: the device token that an earlier sign-in gave. */
  readonly deviceToken?: string | null | undefined;
};

/** How a browser shows which device it is: its key's answer to a challenge. */
export type DeviceProofInput = {
  /** What deviceChallenge gave; good for two minutes and once. */
  readonly challenge: string;
  /** What its person calls it, when it is new. */
  readonly name?: string | null | undefined;
  /** The P-256 public key as JWK. */
  readonly publicKey: string;
  /** ECDSA with SHA-256 over "throughline device proof", a line feed and the challenge; r and s, base64url. */
  readonly signature: string;
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

/** What a sign-in challenge asks for. */
export type SignInChallengeKind =
  /** A code of the authenticator, or a recovery code. */
  | 'CODE'
  /** To set up an authenticator with the secret given, and the first code it shows. */
  | 'ENROL';

/** What somebody signs in with. */
export type SignInInput = {
  /** How to hand over the tokens. */
  readonly delivery?: TokenDelivery;
  /** Where the organization asks for approved devices. */
  readonly device?: DeviceProofInput | null | undefined;
  /** Programs only: the device token that an earlier sign-in gave. */
  readonly deviceToken?: string | null | undefined;
  /** The e-mail address. */
  readonly email: string;
  /** The password. */
  readonly password: string;
};

/** How a session's tokens reach the client. */
export type TokenDelivery =
  /** As cookies that scripts cannot read: for browsers. */
  | 'COOKIES'
  /** In the answer, for programs, which send the access token as "Authorization: Bearer". */
  | 'TOKENS';

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

/** As whom one views. */
export type ViewingKind =
  /** A role. */
  | 'ROLE'
  /** A person. */
  | 'USER';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly name: string, readonly email: string, readonly tier: UserTier, readonly permissions: ReadonlyArray<string>, readonly customerId: string | null, readonly organization: { readonly id: string, readonly name: string, readonly slug: string, readonly currency: string, readonly timeZone: string }, readonly roles: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly departments: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly viewing: { readonly kind: ViewingKind, readonly id: string, readonly name: string, readonly until: string, readonly tier: UserTier, readonly customerId: string | null } | null } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly viewer: { readonly id: string, readonly tier: UserTier } | null, readonly challenge: { readonly token: string, readonly kind: SignInChallengeKind, readonly enrolment: { readonly secret: string, readonly uri: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ConfirmSignInMutationVariables = Exact<{
  input: ConfirmSignInInput;
}>;


export type ConfirmSignInMutation = { readonly confirmSignIn: { readonly recoveryCodes: ReadonlyArray<string> | null, readonly viewer: { readonly id: string, readonly tier: UserTier } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type BeginSignInEnrolmentMutationVariables = Exact<{
  input: BeginSignInEnrolmentInput;
}>;


export type BeginSignInEnrolmentMutation = { readonly beginSignInEnrolment: { readonly enrolment: { readonly secret: string, readonly uri: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };


export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"viewing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"customerId"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"challenge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"enrolment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const ConfirmSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmSignInMutation, ConfirmSignInMutationVariables>;
export const BeginSignInEnrolmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginSignInEnrolment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeginSignInEnrolmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beginSignInEnrolment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BeginSignInEnrolmentMutation, BeginSignInEnrolmentMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
