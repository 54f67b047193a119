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

/** What a lead's score amounts to. */
export type LeadRating =
  /** Not yet. */
  | 'COLD'
  /** Call today. */
  | 'HOT'
  /** Worth an effort. */
  | 'WARM';

/** What kind of fact a part of a score comes from. */
export type LeadScoreCategory =
  /** What they asked for, and how they came. */
  | 'BEHAVIOUR'
  /** Who they are. */
  | 'DEMOGRAPHIC'
  /** How they react. */
  | 'ENGAGEMENT'
  /** Set by a person, or a limit. */
  | 'MANUAL'
  /** Budget, authority, need, timeline. */
  | 'QUALIFICATION';

/** Something that must hold for a rule to count. */
export type LeadScoringConditionInput = {
  /** Name of the fact: company, budgetMinor. */
  readonly fact: string;
  /** What is asked of it. */
  readonly is: LeadScoringTest;
  /** For AT_LEAST and AT_MOST. */
  readonly value?: number | null | undefined;
  /** For ONE_OF and CONTAINS_WORD. */
  readonly values?: ReadonlyArray<string> | null | undefined;
};

/** Rules to try on real leads. */
export type LeadScoringProfileInput = {
  /** From this score a lead is HOT. */
  readonly hotFrom: number;
  /** All rules. */
  readonly rules: ReadonlyArray<LeadScoringRuleInput>;
  /** From this score a lead is WARM. */
  readonly warmFrom: number;
};

/** Points for what is known of a lead. */
export type LeadScoringRuleInput = {
  /** What kind of fact it is; never MANUAL. */
  readonly category: LeadScoreCategory;
  /** Of a present rule; a new one gets its own. */
  readonly key?: string | null | undefined;
  /** What people read as the reason of a score. */
  readonly label: string;
  /** What it adds, or takes away. */
  readonly points: number;
  /** All must hold. */
  readonly when: ReadonlyArray<LeadScoringConditionInput>;
};

/** What is asked of a fact. */
export type LeadScoringTest =
  /** It is not known. */
  | 'ABSENT'
  /** It is `value` or more. */
  | 'AT_LEAST'
  /** It is `value` or less. */
  | 'AT_MOST'
  /** One of `values` is a word of it. */
  | 'CONTAINS_WORD'
  /** It is not so. */
  | 'FALSE'
  /** It is one of `values`, without regard to case. */
  | 'ONE_OF'
  /** It is known. */
  | 'PRESENT'
  /** It is so. */
  | 'TRUE';

/** The rules by which leads are scored. */
export type UpdateLeadScoringInput = {
  /** From this score a lead is HOT. */
  readonly hotFrom: number;
  /** All rules. */
  readonly rules: ReadonlyArray<LeadScoringRuleInput>;
  /** The version you saw. */
  readonly version: number;
  /** From this score a lead is WARM. */
  readonly warmFrom: number;
};

export type ScoringRuleFragment = { readonly key: string, readonly category: LeadScoreCategory, readonly label: string, readonly points: number, readonly when: ReadonlyArray<{ readonly fact: string, readonly is: LeadScoringTest, readonly values: ReadonlyArray<string> | null, readonly value: number | null }> };

export type ScoringFragment = { readonly id: string, readonly version: number, readonly hotFrom: number, readonly warmFrom: number, readonly updatedAt: string, readonly rules: ReadonlyArray<{ readonly key: string, readonly category: LeadScoreCategory, readonly label: string, readonly points: number, readonly when: ReadonlyArray<{ readonly fact: string, readonly is: LeadScoringTest, readonly values: ReadonlyArray<string> | null, readonly value: number | null }> }> };

export type LeadScoringQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadScoringQuery = { readonly leadScoring: { readonly id: string, readonly version: number, readonly hotFrom: number, readonly warmFrom: number, readonly updatedAt: string, readonly rules: ReadonlyArray<{ readonly key: string, readonly category: LeadScoreCategory, readonly label: string, readonly points: number, readonly when: ReadonlyArray<{ readonly fact: string, readonly is: LeadScoringTest, readonly values: ReadonlyArray<string> | null, readonly value: number | null }> }> } };

export type LeadScoringPreviewQueryVariables = Exact<{
  profile: LeadScoringProfileInput;
}>;


export type LeadScoringPreviewQuery = { readonly leadScoringPreview: { readonly looked: number, readonly changed: number, readonly ratings: ReadonlyArray<{ readonly rating: LeadRating, readonly before: number, readonly after: number }>, readonly leads: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly scoreBefore: number, readonly scoreAfter: number, readonly ratingBefore: LeadRating, readonly ratingAfter: LeadRating }> } };

export type UpdateLeadScoringMutationVariables = Exact<{
  input: UpdateLeadScoringInput;
}>;


export type UpdateLeadScoringMutation = { readonly updateLeadScoring: { readonly leadScoring: { readonly id: string, readonly version: number, readonly hotFrom: number, readonly warmFrom: number, readonly updatedAt: string, readonly rules: ReadonlyArray<{ readonly key: string, readonly category: LeadScoreCategory, readonly label: string, readonly points: number, readonly when: ReadonlyArray<{ readonly fact: string, readonly is: LeadScoringTest, readonly values: ReadonlyArray<string> | null, readonly value: number | null }> }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const ScoringRuleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ScoringRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoringRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"when"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fact"}},{"kind":"Field","name":{"kind":"Name","value":"is"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<ScoringRuleFragment, unknown>;
export const ScoringFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scoring"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoring"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"hotFrom"}},{"kind":"Field","name":{"kind":"Name","value":"warmFrom"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ScoringRule"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ScoringRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoringRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"when"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fact"}},{"kind":"Field","name":{"kind":"Name","value":"is"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<ScoringFragment, unknown>;
export const LeadScoringDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadScoring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadScoring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scoring"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ScoringRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoringRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"when"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fact"}},{"kind":"Field","name":{"kind":"Name","value":"is"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scoring"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoring"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"hotFrom"}},{"kind":"Field","name":{"kind":"Name","value":"warmFrom"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ScoringRule"}}]}}]}}]} as unknown as DocumentNode<LeadScoringQuery, LeadScoringQueryVariables>;
export const LeadScoringPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadScoringPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"profile"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoringProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadScoringPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"profile"},"value":{"kind":"Variable","name":{"kind":"Name","value":"profile"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"looked"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"ratings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"scoreBefore"}},{"kind":"Field","name":{"kind":"Name","value":"scoreAfter"}},{"kind":"Field","name":{"kind":"Name","value":"ratingBefore"}},{"kind":"Field","name":{"kind":"Name","value":"ratingAfter"}}]}}]}}]}}]} as unknown as DocumentNode<LeadScoringPreviewQuery, LeadScoringPreviewQueryVariables>;
export const UpdateLeadScoringDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateLeadScoring"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadScoringInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLeadScoring"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadScoring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Scoring"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ScoringRule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoringRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"when"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fact"}},{"kind":"Field","name":{"kind":"Name","value":"is"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Scoring"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadScoring"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"hotFrom"}},{"kind":"Field","name":{"kind":"Name","value":"warmFrom"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ScoringRule"}}]}}]}}]} as unknown as DocumentNode<UpdateLeadScoringMutation, UpdateLeadScoringMutationVariables>;
