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

/** A day off. */
export type HolidayInput = {
  /** The day. */
  readonly date: string;
  /** What it is. */
  readonly name: string;
};

/** How the numbers of one kind of record shall begin. */
export type NumberPrefixInput = {
  /** One to six capital letters. */
  readonly prefix: string;
  /** The kind of record. */
  readonly record: NumberedRecord;
};

/** Records with numbers that people read. */
export type NumberedRecord =
  /** Deals. */
  | 'DEAL'
  /** Projects. */
  | 'PROJECT'
  /** Quotes. */
  | 'QUOTE'
  /** Onboarding tickets. */
  | 'TICKET';

/** A time of the week at which the organization works. */
export type OpeningTimeInput = {
  /** When it ends; 24:00 at the latest. */
  readonly closes: string;
  /** The day. */
  readonly day: Weekday;
  /** When work begins: 09:00. */
  readonly opens: string;
};

/** Changed settings; what is absent stays. */
export type UpdateOrganizationSettingsInput = {
  /** Second colour as #rrggbb; null for the product's own. */
  readonly accentColour?: string | null | undefined;
  /** Main colour as #rrggbb; null for the product's own. */
  readonly brandColour?: string | null | undefined;
  /** All opening times of the week. */
  readonly businessHours?: ReadonlyArray<OpeningTimeInput> | null | undefined;
  /** ISO 4217 code; cannot change once there are amounts. */
  readonly currency?: string | null | undefined;
  /** Minutes of business within which a hand-off is to be accepted. */
  readonly handOffMinutes?: number | null | undefined;
  /** All days off. */
  readonly holidays?: ReadonlyArray<HolidayInput> | null | undefined;
  /** A PNG image in base64, at most 128 kB and 1,024 pixels a side; null takes the logo away. */
  readonly logo?: string | null | undefined;
  /** Stands for the logo where there is no image. */
  readonly logoText?: string | null | undefined;
  /** What the organization is called. */
  readonly name?: string | null | undefined;
  /** Prefixes to change; others stay. */
  readonly numberPrefixes?: ReadonlyArray<NumberPrefixInput> | null | undefined;
  /** Where mails come from, of a domain the mail server sends for; null for the installation's own address. */
  readonly senderAddress?: string | null | undefined;
  /** IANA name: Europe/Madrid. */
  readonly timeZone?: string | null | undefined;
  /** The version you saw. */
  readonly version: number;
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

export type OrganizationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationSettingsQuery = { readonly organizationSettings: { readonly id: string, readonly version: number, readonly name: string, readonly currency: string, readonly currencyLockedBecause: string | null, readonly timeZone: string, readonly brandColour: string | null, readonly accentColour: string | null, readonly logoText: string | null, readonly senderAddress: string | null, readonly logo: string | null, readonly handOffMinutes: number, readonly businessHours: ReadonlyArray<{ readonly day: Weekday, readonly opens: string, readonly closes: string }>, readonly holidays: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly numberPrefixes: ReadonlyArray<{ readonly record: NumberedRecord, readonly prefix: string }> } };

export type UpdateOrganizationSettingsMutationVariables = Exact<{
  input: UpdateOrganizationSettingsInput;
}>;


export type UpdateOrganizationSettingsMutation = { readonly updateOrganizationSettings: { readonly organizationSettings: { readonly id: string, readonly version: number, readonly name: string, readonly currency: string, readonly currencyLockedBecause: string | null, readonly timeZone: string, readonly brandColour: string | null, readonly accentColour: string | null, readonly logoText: string | null, readonly senderAddress: string | null, readonly logo: string | null, readonly handOffMinutes: number, readonly businessHours: ReadonlyArray<{ readonly day: Weekday, readonly opens: string, readonly closes: string }>, readonly holidays: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly numberPrefixes: ReadonlyArray<{ readonly record: NumberedRecord, readonly prefix: string }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };


export const OrganizationSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"currencyLockedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}},{"kind":"Field","name":{"kind":"Name","value":"logoText"}},{"kind":"Field","name":{"kind":"Name","value":"senderAddress"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}},{"kind":"Field","name":{"kind":"Name","value":"businessHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holidays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"numberPrefixes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handOffMinutes"}}]}}]}}]} as unknown as DocumentNode<OrganizationSettingsQuery, OrganizationSettingsQueryVariables>;
export const UpdateOrganizationSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateOrganizationSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateOrganizationSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateOrganizationSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"currencyLockedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}},{"kind":"Field","name":{"kind":"Name","value":"logoText"}},{"kind":"Field","name":{"kind":"Name","value":"senderAddress"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}},{"kind":"Field","name":{"kind":"Name","value":"businessHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holidays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"numberPrefixes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handOffMinutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateOrganizationSettingsMutation, UpdateOrganizationSettingsMutationVariables>;
