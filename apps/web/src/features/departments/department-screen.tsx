'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DepartmentDocument, type DepartmentQuery, RestoreDepartmentDocument } from '@/gql/departments/departments';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { RecordPage } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, notify } from '@/ui';
import { RecordHistory } from '../history/record-history';
import { DepartmentFacts } from './department-facts';
import { DepartmentMembers } from './department-members';
import { DepartmentTeams } from './department-teams';
import { kindLabel } from './department-words';
import { PerformanceCard } from './performance-card';

// Fetched when it opens.
const ArchiveDialog = dynamic(() => import('./archive-dialog').then((module) => module.ArchiveDialog), { ssr: false });

export type DepartmentRecord = NonNullable<DepartmentQuery['department']>;

/** The page of a department: its people, its teams, what it is for. */
export function DepartmentScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(DepartmentDocument, { variables: { id } });
  const again = () => void refetch();
  useRecordChanges({ subjects: ['department', 'team'], onChange: again, onResync: again });
  const restore = useMutationWithIdempotency(RestoreDepartmentDocument, (answer) => answer.restoreDepartment);
  const mayArchive = useCan('department.archive');
  const [archiving, setArchiving] = useState(false);
  const department = data?.department ?? null;
  const failure = error && !department ? toFailure(error) : null;
  const bringBack = async () => {
    if (!department) return;
    const outcome = await restore.run({ input: { id, version: department.version } });
    if (outcome.ok) notify.success(`${department.name} is in use again`);
    else notify.error(`${department.name} stays archived`, outcome.failure.message);
    again();
  };
  return (
    <>
      <RecordPage
        what="department" loading={loading && !department} failure={failure} missing={failure?.code === 'NOT_FOUND' || (!loading && !error && !department)} onRetry={again}
        crumbs={[{ label: 'Departments', href: '/settings/departments' }]} title={department?.name}
        status={department ? <Badge>{kindLabel[department.kind]}</Badge> : null}
        marks={department?.archived ? <Badge tone="warning">Archived</Badge> : null}
        actions={department && mayArchive ? (
          department.archived ? <Button variant="primary" busy={restore.busy} onClick={() => void bringBack()}>Use it again</Button> : <Button onClick={() => setArchiving(true)}>Archive…</Button>
        ) : null}
        banner={department?.archived ? <p className="text-sm text-muted">Nothing new comes here. What it had went to another department.</p> : null}
        tabs={department ? [
          { id: 'teams', label: 'Teams', count: department.teams.length, content: <div className="flex flex-col gap-4"><PerformanceCard departmentId={id} /><DepartmentTeams department={department} onChanged={again} /></div> },
          { id: 'people', label: 'People', count: department.members.length, content: <DepartmentMembers department={department} /> },
          { id: 'history', label: 'History', content: <RecordHistory subject="department" id={id} onRestored={again} /> },
        ] : []}
        aside={department ? <DepartmentFacts department={department} onChanged={again} /> : null}
      />
      {department && archiving ? <ArchiveDialog department={department} onClose={() => setArchiving(false)} onChanged={again} /> : null}
    </>
  );
}
