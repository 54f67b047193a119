// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A correction of a score by hand. */
export type AdjustLeadScoreInput = {
  /** The lead. */
  readonly id: string;
  /** From -100 to 100; 0 takes the correction away. */
  readonly points: number;
  /** Why, so that others understand it later. */
  readonly reason: string;
  /** The version you saw. */
  readonly version: number;
};

/** Who works on a lead from now on. */
export type AssignLeadInput = {
  /** The lead. */
  readonly id: string;
  /** The person; null puts it back into the department's queue. */
  readonly ownerId?: string | null | undefined;
  /** The version you saw. */
  readonly version: number;
};

/** Conditions on one value; all that are given must hold. */
export type BigIntFilter = {
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

/** Conditions on one value; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to this. */
  readonly eq?: boolean | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
};

/** Who works on many leads from now on. */
export type BulkAssignLeadsInput = {
  /** The leads, at most 500. */
  readonly ids: ReadonlyArray<string>;
  /** The person; null puts them back into their departments' queues. */
  readonly ownerId?: string | null | undefined;
};

/** A decision on many leads. */
export type BulkCloseLeadsInput = {
  /** The leads, at most 500. */
  readonly ids: ReadonlyArray<string>;
  /** Which. */
  readonly move: LeadClosingMove;
  /** Why, so that others understand it later. */
  readonly reason: string;
};

/** Tags to add to many leads and to take away. */
export type BulkTagLeadsInput = {
  /** Tags to add. */
  readonly add?: ReadonlyArray<string> | null | undefined;
  /** The leads, at most 500. */
  readonly ids: ReadonlyArray<string>;
  /** Tags to take away. */
  readonly remove?: ReadonlyArray<string> | null | undefined;
};

/** A lead that you take. */
export type ClaimLeadInput = {
  /** The lead. */
  readonly id: string;
};

/** A decision on a lead. */
export type CloseLeadInput = {
  /** The lead. */
  readonly id: string;
  /** Why, so that others understand it later. */
  readonly reason: string;
  /** The version you saw. */
  readonly version: number;
};

/** A call, mail or meeting that took place. */
export type ContactLeadInput = {
  /** When; now when absent. */
  readonly at?: string | null | undefined;
  /** The lead. */
  readonly id: string;
  /** How. */
  readonly kind: LeadContactKind;
  /** What was said. */
  readonly note?: string | null | undefined;
  /** Whether anybody answered: only then the lead counts as contacted. */
  readonly reached: boolean;
  /** The version you saw. */
  readonly version: number;
};

/** What a person does in a purchase. */
export type ContactRole =
  /** Decides. */
  | 'DECISION_MAKER'
  /** Controls who gets through. */
  | 'GATEKEEPER'
  /** Is listened to. */
  | 'INFLUENCER'
  /** Will work with it. */
  | 'USER';

/** The new contact; what is absent is taken from the lead. */
export type ConvertLeadContactInput = {
  /** The e-mail address. */
  readonly email?: string | null | undefined;
  /** The name. */
  readonly name?: string | null | undefined;
  /** The telephone number. */
  readonly phone?: string | null | undefined;
  /** What the person does in a purchase. */
  readonly role?: ContactRole | null | undefined;
  /** Position in the company. */
  readonly title?: string | null | undefined;
};

/** The new customer; what is absent is taken from the lead. */
export type ConvertLeadCustomerInput = {
  /** Its e-mail address. */
  readonly email?: string | null | undefined;
  /** What it does. */
  readonly industry?: string | null | undefined;
  /** Company or person. */
  readonly kind?: CustomerKind | null | undefined;
  /** The name; the lead's company, else its name, when absent. */
  readonly name?: string | null | undefined;
  /** Its telephone number. */
  readonly phone?: string | null | undefined;
  /** Its web site. */
  readonly website?: string | null | undefined;
};

/** The new deal; what is absent is taken from the lead. */
export type ConvertLeadDealInput = {
  /** What it is worth; the lead's budget when absent. */
  readonly amount?: MoneyInput | null | undefined;
  /** When it should be decided. */
  readonly expectedClose?: string | null | undefined;
  /** What it is about. */
  readonly name?: string | null | undefined;
  /** The pipeline; the default one when absent. */
  readonly pipelineId?: string | null | undefined;
};

/** How a qualified lead becomes customer, contact and deal. */
export type ConvertLeadInput = {
  /** The new contact. */
  readonly contact?: ConvertLeadContactInput | null | undefined;
  /** An existing contact of that customer instead of a new one. */
  readonly contactId?: string | null | undefined;
  /** The new customer. */
  readonly customer?: ConvertLeadCustomerInput | null | undefined;
  /** An existing customer instead of a new one. */
  readonly customerId?: string | null | undefined;
  /** The new deal. */
  readonly deal?: ConvertLeadDealInput | null | undefined;
  /** The lead. */
  readonly id: string;
  /** The version you saw. */
  readonly version: number;
  /** No contact. */
  readonly withoutContact?: boolean | null | undefined;
  /** No deal. */
  readonly withoutDeal?: boolean | null | undefined;
};

/** A new lead: at least a name, a company, an e-mail address, a telephone number or an external id. */
export type CreateLeadInput = {
  /** Whether the person decides. */
  readonly authority?: LeadAuthority | null | undefined;
  /** What it may cost; its currency becomes the lead's. */
  readonly budget?: MoneyInput | null | undefined;
  /** The campaign that brought it. */
  readonly campaign?: string | null | undefined;
  /** The city. */
  readonly city?: string | null | undefined;
  /** The company. */
  readonly company?: string | null | undefined;
  /** The country. */
  readonly country?: string | null | undefined;
  /** Whose queue it is in; the owner's department when absent. */
  readonly departmentId?: string | null | undefined;
  /** Does not want calls. */
  readonly doNotCall?: boolean | null | undefined;
  /** Does not want e-mail. */
  readonly doNotEmail?: boolean | null | undefined;
  /** The e-mail address. */
  readonly email?: string | null | undefined;
  /** Its id in another system. */
  readonly externalId?: string | null | undefined;
  /** The kind of channel. */
  readonly medium?: string | null | undefined;
  /** The person's name. */
  readonly name?: string | null | undefined;
  /** Whether there is a need. */
  readonly need?: LeadNeed | null | undefined;
  /** Who works on it; you when absent, nobody when null. */
  readonly ownerId?: string | null | undefined;
  /** The telephone number. */
  readonly phone?: string | null | undefined;
  /** How urgent it is. */
  readonly priority?: LeadPriority | null | undefined;
  /** The page it came from. */
  readonly referrer?: string | null | undefined;
  /** Services asked for: WEB, SEO. */
  readonly requestedServices?: ReadonlyArray<string> | null | undefined;
  /** What is wanted, in their words. */
  readonly requirements?: string | null | undefined;
  /** Where it came from. */
  readonly source?: string | null | undefined;
  /** Labels. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** When it should start. */
  readonly timeline?: LeadTimeline | null | undefined;
  /** Position in the company. */
  readonly title?: string | null | undefined;
  /** The web site. */
  readonly website?: string | null | undefined;
  /** When it is wanted. */
  readonly wishedDate?: string | null | undefined;
};

/** Whether a customer is a company or a person. */
export type CustomerKind =
  /** A company. */
  | 'BUSINESS'
  /** A person. */
  | 'INDIVIDUAL';

/** How far a customer has come. */
export type CustomerLifeCycle =
  /** Has bought. */
  | 'CUSTOMER'
  /** Has only asked. */
  | 'LEAD'
  /** Has a deal, but has not bought yet. */
  | 'PROSPECT';

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

/** Why two records may be the same. */
export type DuplicateReason =
  /** The same web or mail domain. */
  | 'DOMAIN'
  /** The same e-mail address. */
  | 'EMAIL'
  /** The same or a similar name. */
  | 'NAME'
  /** The same telephone number. */
  | 'PHONE';

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

/** Whether the person decides about the budget. */
export type LeadAuthority =
  /** Somebody else decides. */
  | 'NO'
  /** Asked, but not clear. */
  | 'UNKNOWN'
  /** Decides. */
  | 'YES';

/** Conditions on one value; all that are given must hold. */
export type LeadAuthorityFilter = {
  /** Equal to this. */
  readonly eq?: LeadAuthority | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadAuthority> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadAuthority> | null | undefined;
};

/** A move that ends or restarts leads. */
export type LeadClosingMove =
  /** Disqualify. */
  | 'DISQUALIFY'
  /** Mark as lost. */
  | 'LOSE'
  /** Reopen. */
  | 'REOPEN';

/** How somebody was contacted. */
export type LeadContactKind =
  /** By telephone. */
  | 'CALL'
  /** By e-mail. */
  | 'EMAIL'
  /** In person or by video. */
  | 'MEETING'
  /** By text message or chat. */
  | 'MESSAGE';

/** Conditions on a lead; all that are given must hold. */
export type LeadFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<LeadFilter> | null | undefined;
  /** By authority. */
  readonly authority?: LeadAuthorityFilter | null | undefined;
  /** By budget minor. */
  readonly budgetMinor?: BigIntFilter | null | undefined;
  /** By campaign. */
  readonly campaign?: TextFilter | null | undefined;
  /** By closed at. */
  readonly closedAt?: DateTimeFilter | null | undefined;
  /** By company. */
  readonly company?: TextFilter | null | undefined;
  /** By country. */
  readonly country?: TextFilter | null | undefined;
  /** By created at. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** By department id. */
  readonly departmentId?: IdFilter | null | undefined;
  /** By display name. */
  readonly displayName?: TextFilter | null | undefined;
  /** By email. */
  readonly email?: TextFilter | null | undefined;
  /** By external id. */
  readonly externalId?: TextFilter | null | undefined;
  /** By historical. */
  readonly historical?: BooleanFilter | null | undefined;
  /** By id. */
  readonly id?: IdFilter | null | undefined;
  /** By import id. */
  readonly importId?: IdFilter | null | undefined;
  /** By last contact at. */
  readonly lastContactAt?: DateTimeFilter | null | undefined;
  /** By medium. */
  readonly medium?: TextFilter | null | undefined;
  /** By need. */
  readonly need?: LeadNeedFilter | null | undefined;
  /** This does not hold. */
  readonly not?: LeadFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<LeadFilter> | null | undefined;
  /** By owner id. */
  readonly ownerId?: IdFilter | null | undefined;
  /** By priority. */
  readonly priority?: LeadPriorityFilter | null | undefined;
  /** By rating. */
  readonly rating?: LeadRatingFilter | null | undefined;
  /** By reference. */
  readonly reference?: TextFilter | null | undefined;
  /** By requested services. */
  readonly requestedServices?: TextListFilter | null | undefined;
  /** By score. */
  readonly score?: IntFilter | null | undefined;
  /** By source. */
  readonly source?: TextFilter | null | undefined;
  /** By status. */
  readonly status?: LeadStatusFilter | null | undefined;
  /** By tags. */
  readonly tags?: TextListFilter | null | undefined;
  /** By timeline. */
  readonly timeline?: LeadTimelineFilter | null | undefined;
  /** By wished date. */
  readonly wishedDate?: DateFilter | null | undefined;
};

/** Whether there is a need. */
export type LeadNeed =
  /** Says clearly what is needed. */
  | 'EXPLICIT'
  /** A need can be seen. */
  | 'IMPLIED'
  /** There is none. */
  | 'NONE';

/** Conditions on one value; all that are given must hold. */
export type LeadNeedFilter = {
  /** Equal to this. */
  readonly eq?: LeadNeed | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadNeed> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadNeed> | null | undefined;
};

/** How urgent people say a lead is. */
export type LeadPriority =
  /** First. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** As usual. */
  | 'MEDIUM';

/** Conditions on one value; all that are given must hold. */
export type LeadPriorityFilter = {
  /** Equal to this. */
  readonly eq?: LeadPriority | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadPriority> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadPriority> | null | undefined;
};

/** What a lead's score amounts to. */
export type LeadRating =
  /** Not yet. */
  | 'COLD'
  /** Call today. */
  | 'HOT'
  /** Worth an effort. */
  | 'WARM';

/** Conditions on one value; all that are given must hold. */
export type LeadRatingFilter = {
  /** Equal to this. */
  readonly eq?: LeadRating | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadRating> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadRating> | null | undefined;
};

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

/** One step of the order of a list of lead records. */
export type LeadSort = {
  /** Which end comes first. */
  readonly direction?: SortDirection;
  /** What to order by. */
  readonly field: LeadSortField;
};

/** What a list of lead records can be ordered by. */
export type LeadSortField =
  /** By budget minor. */
  | 'BUDGET_MINOR'
  /** By closed at. */
  | 'CLOSED_AT'
  /** By company. */
  | 'COMPANY'
  /** By created at. */
  | 'CREATED_AT'
  /** By display name. */
  | 'DISPLAY_NAME'
  /** By last contact at. */
  | 'LAST_CONTACT_AT'
  /** By score. */
  | 'SCORE'
  /** By source. */
  | 'SOURCE'
  /** By status. */
  | 'STATUS'
  /** By updated at. */
  | 'UPDATED_AT'
  /** By wished date. */
  | 'WISHED_DATE';

/** How far a lead has come. */
export type LeadStatus =
  /** Somebody has spoken to it. */
  | 'CONTACTED'
  /** Has become a customer, contact and deal. */
  | 'CONVERTED'
  /** Was never one for us. */
  | 'DISQUALIFIED'
  /** Went elsewhere, or does not want to any more. */
  | 'LOST'
  /** Nobody has reached it yet. */
  | 'NEW'
  /** Budget, authority, need and timeline are known, and there is a need. */
  | 'QUALIFIED';

/** Conditions on one value; all that are given must hold. */
export type LeadStatusFilter = {
  /** Equal to this. */
  readonly eq?: LeadStatus | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadStatus> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadStatus> | null | undefined;
};

/** When it should start. */
export type LeadTimeline =
  /** At once. */
  | 'IMMEDIATE'
  /** Within three months. */
  | 'ONE_TO_THREE_MONTHS'
  /** Later than in a year. */
  | 'OVER_TWELVE_MONTHS'
  /** Within a year. */
  | 'SIX_TO_TWELVE_MONTHS'
  /** Within half a year. */
  | 'THREE_TO_SIX_MONTHS';

/** Conditions on one value; all that are given must hold. */
export type LeadTimelineFilter = {
  /** Equal to this. */
  readonly eq?: LeadTimeline | null | undefined;
  /** One of these. */
  readonly in?: ReadonlyArray<LeadTimeline> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
  /** None of these (an empty value is none of them). */
  readonly notIn?: ReadonlyArray<LeadTimeline> | null | undefined;
};

/** An amount of money in whole minor units of its currency. */
export type MoneyInput = {
  /** The amount in minor units: 1250 is 12.50 USD. */
  readonly amountMinor: string;
  /** The currency as ISO 4217 code: USD. */
  readonly currency: string;
};

/** The four answers of a qualification; what is absent was answered before. */
export type QualifyLeadInput = {
  /** Whether the person decides. */
  readonly authority?: LeadAuthority | null | undefined;
  /** What it may cost; its currency becomes the lead's. */
  readonly budget?: MoneyInput | null | undefined;
  /** The lead. */
  readonly id: string;
  /** Whether there is a need. */
  readonly need?: LeadNeed | null | undefined;
  /** What was said. */
  readonly note?: string | null | undefined;
  /** When it should start. */
  readonly timeline?: LeadTimeline | null | undefined;
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

/** Conditions on one value; all that are given must hold. */
export type TextListFilter = {
  /** Holds at least one of these. */
  readonly has?: ReadonlyArray<string> | null | undefined;
  /** True: has no value. False: has one. */
  readonly isNull?: boolean | null | undefined;
};

/** Changed facts of a lead; what is absent stays. */
export type UpdateLeadInput = {
  /** Whether the person decides. */
  readonly authority?: LeadAuthority | null | undefined;
  /** What it may cost; its currency becomes the lead's. */
  readonly budget?: MoneyInput | null | undefined;
  /** The campaign that brought it. */
  readonly campaign?: string | null | undefined;
  /** The city. */
  readonly city?: string | null | undefined;
  /** The company. */
  readonly company?: string | null | undefined;
  /** The country. */
  readonly country?: string | null | undefined;
  /** Does not want calls. */
  readonly doNotCall?: boolean | null | undefined;
  /** Does not want e-mail. */
  readonly doNotEmail?: boolean | null | undefined;
  /** The e-mail address. */
  readonly email?: string | null | undefined;
  /** Its id in another system. */
  readonly externalId?: string | null | undefined;
  /** The lead. */
  readonly id: string;
  /** The kind of channel. */
  readonly medium?: string | null | undefined;
  /** The person's name. */
  readonly name?: string | null | undefined;
  /** Whether there is a need. */
  readonly need?: LeadNeed | null | undefined;
  /** The telephone number. */
  readonly phone?: string | null | undefined;
  /** How urgent it is. */
  readonly priority?: LeadPriority | null | undefined;
  /** The page it came from. */
  readonly referrer?: string | null | undefined;
  /** Services asked for: WEB, SEO. */
  readonly requestedServices?: ReadonlyArray<string> | null | undefined;
  /** What is wanted, in their words. */
  readonly requirements?: string | null | undefined;
  /** Where it came from. */
  readonly source?: string | null | undefined;
  /** Labels. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** When it should start. */
  readonly timeline?: LeadTimeline | null | undefined;
  /** Position in the company. */
  readonly title?: string | null | undefined;
  /** The version you saw. */
  readonly version: number;
  /** The web site. */
  readonly website?: string | null | undefined;
  /** When it is wanted. */
  readonly wishedDate?: string | null | undefined;
};

export type LeadRowFragment = { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null };

export type LeadListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  filter?: LeadFilter | null | undefined;
  sort?: ReadonlyArray<LeadSort> | LeadSort | null | undefined;
}>;


export type LeadListQuery = { readonly leads: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LeadQueryVariables = Exact<{
  id: string;
}>;


export type LeadQuery = { readonly lead: { readonly name: string | null, readonly title: string | null, readonly website: string | null, readonly city: string | null, readonly country: string | null, readonly externalId: string | null, readonly reference: string | null, readonly campaign: string | null, readonly medium: string | null, readonly referrer: string | null, readonly historical: boolean, readonly statusReason: string | null, readonly scoreAdjustment: number, readonly scoreAdjustmentReason: string | null, readonly currency: string, readonly authority: LeadAuthority | null, readonly need: LeadNeed | null, readonly timeline: LeadTimeline | null, readonly requestedServices: ReadonlyArray<string>, readonly requirements: string | null, readonly wishedDate: string | null, readonly visits: number | null, readonly secondsOnSite: number | null, readonly pagesPerVisit: number | null, readonly lastActivity: string | null, readonly doNotEmail: boolean, readonly doNotCall: boolean, readonly extra: unknown, readonly firstResponseAt: string | null, readonly qualifiedAt: string | null, readonly closedAt: string | null, readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly scoreReasons: ReadonlyArray<{ readonly key: string, readonly category: LeadScoreCategory, readonly label: string, readonly points: number }>, readonly department: { readonly id: string, readonly name: string } | null, readonly convertedCustomer: { readonly id: string, readonly name: string } | null, readonly convertedContact: { readonly id: string, readonly name: string } | null, readonly convertedDeal: { readonly id: string, readonly number: string, readonly name: string } | null, readonly allowedMoves: ReadonlyArray<{ readonly move: string, readonly label: string, readonly allowed: boolean, readonly reason: string | null }>, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null };

export type LeadConversionPreviewQueryVariables = Exact<{
  id: string;
}>;


export type LeadConversionPreviewQuery = { readonly leadConversionPreview: { readonly customers: ReadonlyArray<{ readonly reasons: ReadonlyArray<DuplicateReason>, readonly customer: { readonly id: string, readonly name: string, readonly industry: string | null, readonly website: string | null, readonly lifeCycle: CustomerLifeCycle } }>, readonly leads: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly status: LeadStatus, readonly createdAt: string }> } };

export type CreateLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type CreateLeadMutation = { readonly createLead: { readonly lead: { readonly id: string, readonly displayName: string } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type UpdateLeadMutationVariables = Exact<{
  input: UpdateLeadInput;
}>;


export type UpdateLeadMutation = { readonly updateLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ContactLeadMutationVariables = Exact<{
  input: ContactLeadInput;
}>;


export type ContactLeadMutation = { readonly contactLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type QualifyLeadMutationVariables = Exact<{
  input: QualifyLeadInput;
}>;


export type QualifyLeadMutation = { readonly qualifyLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type AdjustLeadScoreMutationVariables = Exact<{
  input: AdjustLeadScoreInput;
}>;


export type AdjustLeadScoreMutation = { readonly adjustLeadScore: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type LoseLeadMutationVariables = Exact<{
  input: CloseLeadInput;
}>;


export type LoseLeadMutation = { readonly loseLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type DisqualifyLeadMutationVariables = Exact<{
  input: CloseLeadInput;
}>;


export type DisqualifyLeadMutation = { readonly disqualifyLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ReopenLeadMutationVariables = Exact<{
  input: CloseLeadInput;
}>;


export type ReopenLeadMutation = { readonly reopenLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type AssignLeadMutationVariables = Exact<{
  input: AssignLeadInput;
}>;


export type AssignLeadMutation = { readonly assignLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ClaimLeadMutationVariables = Exact<{
  input: ClaimLeadInput;
}>;


export type ClaimLeadMutation = { readonly claimLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type ConvertLeadMutationVariables = Exact<{
  input: ConvertLeadInput;
}>;


export type ConvertLeadMutation = { readonly convertLead: { readonly lead: { readonly id: string, readonly version: number, readonly displayName: string, readonly company: string | null, readonly email: string | null, readonly phone: string | null, readonly source: string | null, readonly status: LeadStatus, readonly rating: LeadRating, readonly score: number, readonly priority: LeadPriority, readonly tags: ReadonlyArray<string>, readonly createdAt: string, readonly lastContactAt: string | null, readonly convertedCustomer: { readonly id: string } | null, readonly convertedDeal: { readonly id: string } | null, readonly budget: { readonly amountMinor: string, readonly currency: string } | null, readonly owner: { readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type BulkAssignLeadsMutationVariables = Exact<{
  input: BulkAssignLeadsInput;
}>;


export type BulkAssignLeadsMutation = { readonly bulkAssignLeads: { readonly done: ReadonlyArray<string> | null, readonly skipped: ReadonlyArray<{ readonly id: string, readonly reason: string }> | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type BulkTagLeadsMutationVariables = Exact<{
  input: BulkTagLeadsInput;
}>;


export type BulkTagLeadsMutation = { readonly bulkTagLeads: { readonly done: ReadonlyArray<string> | null, readonly skipped: ReadonlyArray<{ readonly id: string, readonly reason: string }> | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export type BulkCloseLeadsMutationVariables = Exact<{
  input: BulkCloseLeadsInput;
}>;


export type BulkCloseLeadsMutation = { readonly bulkCloseLeads: { readonly done: ReadonlyArray<string> | null, readonly skipped: ReadonlyArray<{ readonly id: string, readonly reason: string }> | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly details: unknown }> } };

export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const LeadListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadSort"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LeadListQuery, LeadListQueryVariables>;
export const LeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Lead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"website"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"campaign"}},{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"}},{"kind":"Field","name":{"kind":"Name","value":"historical"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"scoreAdjustment"}},{"kind":"Field","name":{"kind":"Name","value":"scoreAdjustmentReason"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"}},{"kind":"Field","name":{"kind":"Name","value":"requestedServices"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"}},{"kind":"Field","name":{"kind":"Name","value":"wishedDate"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"secondsOnSite"}},{"kind":"Field","name":{"kind":"Name","value":"pagesPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivity"}},{"kind":"Field","name":{"kind":"Name","value":"doNotEmail"}},{"kind":"Field","name":{"kind":"Name","value":"doNotCall"}},{"kind":"Field","name":{"kind":"Name","value":"extra"}},{"kind":"Field","name":{"kind":"Name","value":"firstResponseAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"scoreReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"points"}}]}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"convertedCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"convertedContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"convertedDeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedMoves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"move"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LeadQuery, LeadQueryVariables>;
export const LeadConversionPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadConversionPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadConversionPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"website"}},{"kind":"Field","name":{"kind":"Name","value":"lifeCycle"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<LeadConversionPreviewQuery, LeadConversionPreviewQueryVariables>;
export const CreateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<CreateLeadMutation, CreateLeadMutationVariables>;
export const UpdateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<UpdateLeadMutation, UpdateLeadMutationVariables>;
export const ContactLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ContactLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ContactLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ContactLeadMutation, ContactLeadMutationVariables>;
export const QualifyLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QualifyLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QualifyLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qualifyLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<QualifyLeadMutation, QualifyLeadMutationVariables>;
export const AdjustLeadScoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustLeadScore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustLeadScoreInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustLeadScore"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AdjustLeadScoreMutation, AdjustLeadScoreMutationVariables>;
export const LoseLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LoseLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"loseLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LoseLeadMutation, LoseLeadMutationVariables>;
export const DisqualifyLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisqualifyLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disqualifyLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DisqualifyLeadMutation, DisqualifyLeadMutationVariables>;
export const ReopenLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReopenLeadMutation, ReopenLeadMutationVariables>;
export const AssignLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AssignLeadMutation, AssignLeadMutationVariables>;
export const ClaimLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClaimLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ClaimLeadMutation, ClaimLeadMutationVariables>;
export const ConvertLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConvertLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConvertLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"convertLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}},{"kind":"Field","name":{"kind":"Name","value":"convertedCustomer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"convertedDeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastContactAt"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ConvertLeadMutation, ConvertLeadMutationVariables>;
export const BulkAssignLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BulkAssignLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BulkAssignLeadsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bulkAssignLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<BulkAssignLeadsMutation, BulkAssignLeadsMutationVariables>;
export const BulkTagLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BulkTagLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BulkTagLeadsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bulkTagLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<BulkTagLeadsMutation, BulkTagLeadsMutationVariables>;
export const BulkCloseLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BulkCloseLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BulkCloseLeadsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bulkCloseLeads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"skipped"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<BulkCloseLeadsMutation, BulkCloseLeadsMutationVariables>;
