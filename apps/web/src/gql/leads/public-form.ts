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

/** A question that a public form can ask. */
export type LeadFormFieldKey =
  /** What it may cost. */
  | 'BUDGET'
  /** The company. */
  | 'COMPANY'
  /** The e-mail address. */
  | 'EMAIL'
  /** The visitor's name. */
  | 'NAME'
  /** The telephone number. */
  | 'PHONE'
  /** What is needed, in the visitor's words. */
  | 'REQUIREMENTS'
  /** Which of the form's services are wanted. */
  | 'SERVICES'
  /** The web site. */
  | 'WEBSITE'
  /** When it is wanted. */
  | 'WISHED_DATE';

/** An amount of money in whole minor units of its currency. */
export type MoneyInput = {
  /** The amount in minor units: 1250 is 12.50 USD. */
  readonly amountMinor: string;
  /** The currency as ISO 4217 code: USD. */
  readonly currency: string;
};

/** What a visitor filled in. */
export type SubmitLeadFormInput = {
  /** What it may cost. */
  readonly budget?: MoneyInput | null | undefined;
  /** The campaign in the page's address. */
  readonly campaign?: string | null | undefined;
  /** The company. */
  readonly company?: string | null | undefined;
  /** The e-mail address. */
  readonly email?: string | null | undefined;
  /** Leave it empty: programs fill it in. */
  readonly homepage?: string | null | undefined;
  /** The channel in the page's address. */
  readonly medium?: string | null | undefined;
  /** The visitor's name. */
  readonly name?: string | null | undefined;
  /** The telephone number. */
  readonly phone?: string | null | undefined;
  /** The page before. */
  readonly referrer?: string | null | undefined;
  /** What is needed. */
  readonly requirements?: string | null | undefined;
  /** Keys of the services wanted. */
  readonly services?: ReadonlyArray<string> | null | undefined;
  /** What leadForm answered; one token makes one lead. */
  readonly token: string;
  /** The web site. */
  readonly website?: string | null | undefined;
  /** When it is wanted. */
  readonly wishedDate?: string | null | undefined;
};

export type PublicLeadFormQueryVariables = Exact<{
  slug: string;
}>;


export type PublicLeadFormQuery = { readonly leadForm: { readonly slug: string, readonly title: string, readonly introduction: string | null, readonly thanks: string | null, readonly organizationName: string, readonly currency: string, readonly token: string, readonly fields: ReadonlyArray<{ readonly key: LeadFormFieldKey, readonly required: boolean }>, readonly services: ReadonlyArray<{ readonly key: string, readonly label: string }> } | null };

export type SubmitLeadFormMutationVariables = Exact<{
  input: SubmitLeadFormInput;
}>;


export type SubmitLeadFormMutation = { readonly submitLeadForm: { readonly reference: string | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const PublicLeadFormDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PublicLeadForm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadForm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"introduction"}},{"kind":"Field","name":{"kind":"Name","value":"thanks"}},{"kind":"Field","name":{"kind":"Name","value":"organizationName"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<PublicLeadFormQuery, PublicLeadFormQueryVariables>;
export const SubmitLeadFormDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitLeadForm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitLeadFormInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitLeadForm"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitLeadFormMutation, SubmitLeadFormMutationVariables>;
