// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a channel is for. */
export type ChannelKind =
  /** Everybody who sees the customer, the customer's people on their own side. */
  | 'CUSTOMER'
  /** The people of a department, and those added to it. */
  | 'DEPARTMENT'
  /** Two people between themselves. */
  | 'DIRECT'
  /** A few people; each of them may invite others. */
  | 'GROUP'
  /** People whom its owners invite. */
  | 'PRIVATE'
  /** Everybody who sees the project, the client on their own side. */
  | 'PROJECT'
  /** Everybody who sees another record: a ticket, a deal, a lead. */
  | 'RECORD'
  /** Everybody who sees the task; two-sided when it is shared with the client. */
  | 'TASK';

/** What somebody is told of in a channel. */
export type ChannelNotify =
  /** Every message. */
  | 'ALL'
  /** Messages that name them. */
  | 'MENTIONS'
  /** Nothing; what is unread is counted all the same. */
  | 'NONE';

export type MyChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyChannelsQuery = { readonly myChannels: ReadonlyArray<{ readonly id: string, readonly version: number, readonly kind: ChannelKind, readonly title: string, readonly topic: string | null, readonly recordSubject: string | null, readonly recordId: string | null, readonly departmentId: string | null, readonly twoSided: boolean, readonly archivedAt: string | null, readonly lastMessageAt: string | null, readonly lastSequence: string, readonly lastReadSequence: string, readonly unread: number, readonly unreadMentions: number, readonly notify: ChannelNotify, readonly starred: boolean, readonly following: boolean }> };

export type ChatListedFragment = { readonly id: string, readonly version: number, readonly kind: ChannelKind, readonly title: string, readonly topic: string | null, readonly recordSubject: string | null, readonly recordId: string | null, readonly departmentId: string | null, readonly twoSided: boolean, readonly archivedAt: string | null, readonly lastMessageAt: string | null, readonly lastSequence: string, readonly lastReadSequence: string, readonly unread: number, readonly unreadMentions: number, readonly notify: ChannelNotify, readonly starred: boolean, readonly following: boolean };

export const ChatListedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatListed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"recordSubject"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"departmentId"}},{"kind":"Field","name":{"kind":"Name","value":"twoSided"}},{"kind":"Field","name":{"kind":"Name","value":"archivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSequence"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSequence"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"unreadMentions"}},{"kind":"Field","name":{"kind":"Name","value":"notify"}},{"kind":"Field","name":{"kind":"Name","value":"starred"}},{"kind":"Field","name":{"kind":"Name","value":"following"}}]}}]} as unknown as DocumentNode<ChatListedFragment, unknown>;
export const MyChannelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyChannels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChannels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChatListed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChatListed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Channel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"recordSubject"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"departmentId"}},{"kind":"Field","name":{"kind":"Name","value":"twoSided"}},{"kind":"Field","name":{"kind":"Name","value":"archivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessageAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSequence"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSequence"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"unreadMentions"}},{"kind":"Field","name":{"kind":"Name","value":"notify"}},{"kind":"Field","name":{"kind":"Name","value":"starred"}},{"kind":"Field","name":{"kind":"Name","value":"following"}}]}}]} as unknown as DocumentNode<MyChannelsQuery, MyChannelsQueryVariables>;
