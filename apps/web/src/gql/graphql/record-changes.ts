// Written by `npm run schema`. Change the .graphql file of the same name instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a receiver should do about a message of `recordChanges`. */
export type RecordChangeType =
  /** Nothing for you up to this position: remember it and go on. */
  | 'ADVANCED'
  /** The record was and is visible to you: load it again, or use `progress`. */
  | 'CHANGED'
  /** The record has become visible to you: load it. */
  | 'ENTERED'
  /** The record is gone, or no longer visible to you: take it away. */
  | 'REMOVED'
  /** You may have missed something, or your rights have changed: load everything afresh. */
  | 'RESYNC';

/** What a node of a work tree is. */
export type WorkNodeType =
  /** A milestone of a project. */
  | 'MILESTONE'
  /** A project or sub-project. */
  | 'PROJECT'
  /** A task or sub-task. */
  | 'TASK';

export type RecordChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  recordId?: string | null | undefined;
  subjects?: ReadonlyArray<string> | string | null | undefined;
}>;


export type RecordChangesSubscription = { readonly recordChanges: { readonly position: string, readonly type: RecordChangeType, readonly subject: string | null, readonly id: string | null, readonly kind: string | null, readonly occurredAt: string | null, readonly carried: ReadonlyArray<string>, readonly progress: ReadonlyArray<{ readonly id: string, readonly node: WorkNodeType, readonly status: string, readonly workDone: string, readonly workTotal: string, readonly basisPoints: number | null }> } };


export const RecordChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RecordChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"subjects"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"recordId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}}},{"kind":"Argument","name":{"kind":"Name","value":"subjects"},"value":{"kind":"Variable","name":{"kind":"Name","value":"subjects"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"carried"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"node"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"workDone"}},{"kind":"Field","name":{"kind":"Name","value":"workTotal"}},{"kind":"Field","name":{"kind":"Name","value":"basisPoints"}}]}}]}}]}}]} as unknown as DocumentNode<RecordChangesSubscription, RecordChangesSubscriptionVariables>;
