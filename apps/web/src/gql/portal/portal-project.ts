// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where a project stands. */
export type ProjectStatus =
  /** Approved, nothing started yet. */
  | 'APPROVED'
  /** Given up. */
  | 'CANCELLED'
  /** Everything is done; the client looks at it. */
  | 'CLIENT_REVIEW'
  /** Finished for good. */
  | 'CLOSED'
  /** Closed, with some more changes allowed. */
  | 'CLOSED_PENDING_UPDATES'
  /** Handed over. */
  | 'DELIVERED'
  /** Being prepared. */
  | 'DRAFT'
  /** Being worked on. */
  | 'IN_PROGRESS'
  /** Handed over and looked after. */
  | 'MAINTENANCE'
  /** Work rests. */
  | 'ON_HOLD'
  /** Waiting for the department manager. */
  | 'PENDING_APPROVAL'
  /** Not approved. */
  | 'REJECTED';

/** Where a task or milestone stands. */
export type WorkStatus =
  /** Cannot go on; with a milestone or parent task, because every open part of it is blocked. */
  | 'BLOCKED'
  /** Taken out: counts for nothing. */
  | 'CANCELLED'
  /** Done. */
  | 'COMPLETED'
  /** Started. */
  | 'IN_PROGRESS'
  /** Handed in, to be accepted or returned. */
  | 'REVIEW'
  /** Not started. */
  | 'TODO';

export type PortalProjectQueryVariables = Exact<{
  id: string;
}>;


export type PortalProjectQuery = { readonly project: { readonly id: string, readonly number: string, readonly name: string, readonly status: ProjectStatus, readonly scope: string | null, readonly startOn: string | null, readonly dueOn: string | null, readonly progressBasisPoints: number | null, readonly milestones: ReadonlyArray<{ readonly id: string, readonly name: string, readonly dueOn: string | null, readonly status: WorkStatus, readonly progressBasisPoints: number | null }>, readonly tasks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: WorkStatus, readonly progressBasisPoints: number | null, readonly milestone: { readonly id: string } | null }> } } | null };


export const PortalProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"startOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"progressBasisPoints"}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progressBasisPoints"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"parentId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":true}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"POSITION"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progressBasisPoints"}},{"kind":"Field","name":{"kind":"Name","value":"milestone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PortalProjectQuery, PortalProjectQueryVariables>;
