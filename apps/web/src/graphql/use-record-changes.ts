'use client';
import type { RecordChangesSubscription } from '@/gql/graphql/record-changes';
import { useResumableSubscription } from './use-resumable-subscription';

/** One change of a record that the viewer may see: load the record again, or use `progress`. */
export type RecordChange = RecordChangesSubscription['recordChanges'];

export interface RecordChangesOptions {
  /** Only this record, what belongs to it, and its progress. */
  recordId?: string;
  /** Only records of these kinds: `lead`, `project`, `task`. */
  subjects?: readonly string[];
  /** CHANGED, ENTERED or REMOVED; each once and in order. */
  onChange: (change: RecordChange) => void;
  /** Load afresh. */
  onResync: () => void;
  skip?: boolean;
}

const loadDocument = () => import('@/gql/graphql/record-changes').then((module) => module.RecordChangesDocument);
const select = (data: RecordChangesSubscription) => data.recordChanges;

/** Follows the one event log for a record or for kinds of records; survives drops and server restarts. */
export function useRecordChanges({ recordId, subjects, onChange, onResync, skip }: RecordChangesOptions): void {
  const onEvent = (change: RecordChange) => {
    onChange(change);
    // A record's page loads everything that is shown there with the change itself.
    if (!recordId && change.carried.length > 0) onResync();
  };
  useResumableSubscription(loadDocument, { recordId: recordId ?? null, subjects: subjects ?? null }, { select, onEvent, onResync, skip });
}
