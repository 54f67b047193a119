'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { DecideAccessReviewDocument, type ReviewedRowFragment } from '@/gql/access-review/access-review';
import { useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, inBulk, PageHeader, useListState } from '@/kit';
import { Badge, Button, DateText } from '@/ui';
import { ReviewProgress } from './review-progress';
import { useAccessReview } from './use-access-review';

// Fetched when it opens.
const DecideDialog = dynamic(() => import('./decide-dialog').then((module) => module.DecideDialog), { ssr: false });

const filters: FilterDef[] = [
  { id: 'due', label: 'To look at', type: 'flag' },
  { id: 'dormant', label: 'Dormant', type: 'flag' },
];
const rowId = (row: ReviewedRowFragment) => row.id;
const rowLabel = (row: ReviewedRowFragment) => `${row.userName}, ${row.roleName}`;
type Decision = 'CONFIRMED' | 'REVOKED';

/** Who holds which role since when, and whether they still should: each is confirmed or taken away, again every 90 days. */
export function AccessReviewScreen() {
  const list = useListState(filters);
  const { source, review } = useAccessReview({ dueOnly: Boolean(list.filters.due), dormantOnly: Boolean(list.filters.dormant) });
  const [deciding, setDeciding] = useState<{ row: ReviewedRowFragment; decision: Decision } | null>(null);
  const decide = useMutationWithIdempotency(DecideAccessReviewDocument, (data) => data.decideAccessReview);
  useRecordChanges({ subjects: ['user', 'role'], onChange: source.refetch, onResync: source.refetch });
  const columns = useMemo<Column<ReviewedRowFragment>[]>(() => [
    {
      id: 'person', header: 'Person', width: 170,
      cell: (row) => <span className="flex min-w-0 items-center gap-2"><Link href={`/settings/people/${row.userId}`} className="truncate hover:underline" title={row.userEmail}>{row.userName}</Link>{row.userStatus === 'ACTIVE' ? null : <Badge>{row.userStatus === 'INVITED' ? 'Invited' : 'Left'}</Badge>}</span>,
    },
    { id: 'role', header: 'Role', width: 160, cell: (row) => <span className="flex min-w-0 items-baseline gap-1.5"><span className="truncate">{row.roleName}</span>{row.departmentName ? <span className="truncate text-xs text-muted">{row.departmentName}</span> : null}</span> },
    { id: 'since', header: 'Held since', width: 116, cell: (row) => <DateText value={row.since} /> },
    {
      id: 'signIn', header: 'Last sign-in', width: 150,
      cell: (row) => <span className="flex items-center gap-2"><DateText value={row.lastSignInAt} format="relative" fallback="never" />{row.dormant ? <Badge tone="warning">Dormant</Badge> : null}</span>,
    },
    {
      id: 'decision', header: 'Looked at', width: 150, card: 'badge',
      cell: (row) => (row.due ? <Badge tone="warning" dot>To look at</Badge> : row.decidedAt ? <span className="truncate text-muted" title={row.decidedByName ?? undefined}><DateText value={row.decidedAt} /> by {row.decidedByName ?? 'somebody'}</span> : <span className="text-muted">New</span>),
    },
    {
      id: 'actions', header: 'Decide', width: 188,
      cell: (row) => (
        <span className="flex gap-1">
          <Button size="sm" aria-label={`Confirm ${rowLabel(row)}`} onClick={() => setDeciding({ row, decision: 'CONFIRMED' })}>Confirm</Button>
          <Button size="sm" variant="ghost" aria-label={`Take away ${rowLabel(row)}`} onClick={() => setDeciding({ row, decision: 'REVOKED' })}>Take away</Button>
        </span>
      ),
    },
  ], []);
  const confirmOne = async (row: ReviewedRowFragment): Promise<string | null> => {
    const outcome = await decide.run({ input: { id: row.id, decision: 'CONFIRMED' } });
    return outcome.ok ? null : outcome.failure.message;
  };
  return (
    <>
      <PageHeader title="Access review" actions={<Button asChild><a href="/files/audit/access-review.csv" download><Download aria-hidden className="size-3.5" />Report as CSV</a></Button>}>
        {review ? <ReviewProgress review={review} /> : null}
      </PageHeader>
      <DataTable
        id="access-review" what="roles held" columns={columns} list={list} source={source} filters={filters} rowId={rowId} rowLabel={rowLabel}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'due', label: 'To look at', query: 'due=1' }, { id: 'dormant', label: 'Dormant', query: 'dormant=1' }]}
        bulk={[{ id: 'confirm', label: 'Confirm', run: (rows) => inBulk(rows, rowId, rowLabel, confirmOne) }]}
        empty={{ title: 'Nobody holds a role yet', text: 'Every role that somebody holds is listed here, to be looked at once in 90 days.' }}
      />
      {deciding ? <DecideDialog key={deciding.row.id} {...deciding} onClose={() => setDeciding(null)} onDone={source.refetch} /> : null}
    </>
  );
}
