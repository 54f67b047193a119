'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { type HistoryEntryFragment, RecordHistoryDocument } from '@/gql/history/record-history';
import { toFailure, useRecordChanges } from '@/graphql';
import { useCan } from '@/session';
import { Button, EmptyState, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { HistoryEntryItem } from './history-entry';
import { presentValues } from './history-words';

// Fetched when it opens.
const RestoreDialog = dynamic(() => import('./restore-dialog').then((module) => module.RestoreDialog), { ssr: false });

/**
 * Everything that happened to a record, the latest first: who, what, when, each field before and after; earlier values can be restored
 * by whoever may edit the record. The content of a tab: `{ id: 'history', label: 'History', content: <RecordHistory subject="lead" id={id} /> }`.
 */
export function RecordHistory({ subject, id, onRestored }: { subject: string; id: string; onRestored?: () => void }) {
  const { data, error, refetch, fetchMore } = useQuery(RecordHistoryDocument, { variables: { subject, id }, fetchPolicy: 'cache-and-network' });
  const [restoring, setRestoring] = useState<HistoryEntryFragment | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const mayAudit = useCan('audit.read');
  const history = data?.recordHistory;
  if (error && !history) return <ErrorState title="The history could not be loaded" text={toFailure(error).message} onRetry={again} />;
  if (!history) return <HistorySkeleton />;
  if (history.entries.length === 0) return <EmptyState title="Nothing has happened yet" text="Every change of this record will be told here: who, when, and each value before and after." className="py-8" />;
  const { entries, olderThan, version } = history;
  const more = async () => {
    setLoadingMore(true);
    await fetchMore({
      variables: { before: olderThan },
      updateQuery: (before, { fetchMoreResult: { recordHistory: older } }) => ({ ...before, recordHistory: { ...before.recordHistory, olderThan: older.olderThan, entries: [...before.recordHistory.entries, ...older.entries] } }),
    }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <div className="flex max-w-3xl flex-col gap-2">
      {mayAudit ? <Button asChild variant="quiet" size="sm" className="self-end"><Link href={`/settings/audit?record=${id}`}>Open in the audit log</Link></Button> : null}
      <ol className="relative flex flex-col before:absolute before:top-2 before:bottom-6 before:left-[4.5px] before:w-px before:bg-border">
        {entries.map((entry) => <HistoryEntryItem key={entry.id} entry={entry} onRestore={version !== null && entry.restorable.length > 0 ? () => setRestoring(entry) : null} />)}
      </ol>
      {olderThan ? <Button className="self-start" busy={loadingMore} onClick={() => void more()}>Show older entries</Button> : null}
      {restoring && version !== null ? (
        <RestoreDialog
          subject={subject} id={id} version={version} entry={restoring} now={presentValues(entries)} onClose={() => setRestoring(null)} onStale={again}
          onDone={() => { again(); onRestored?.(); }}
        />
      ) : null}
    </div>
  );
}

function HistorySkeleton() {
  return (
    <div aria-busy="true" className="flex max-w-3xl flex-col gap-6">
      <LoadingNotice what="history" />
      {['w-1/2', 'w-2/5', 'w-1/3'].map((width) => (
        <div key={width} className="flex gap-3"><Skeleton className="mt-1 size-2.5 rounded-full" /><div className="flex flex-1 flex-col gap-2"><Skeleton className={width} /><Skeleton className="w-2/3 opacity-70" /></div></div>
      ))}
    </div>
  );
}
