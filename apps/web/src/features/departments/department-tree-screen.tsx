'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DepartmentTreeDocument, type DepartmentTreeQuery, UpdateDepartmentDocument } from '@/gql/departments/departments';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { PageHeader, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Button, EmptyState, ErrorState, ForbiddenState, LoadingNotice, notify, Skeleton } from '@/ui';
import { DepartmentRow } from './department-row';
import { treeOf } from './tree';

// Fetched when they are used: drag and drop for those who may move, forms when they open.
const DraggableTree = dynamic(() => import('./draggable-tree').then((module) => module.DraggableTree), { ssr: false, loading: () => <TreeSkeleton /> });
const DepartmentForm = dynamic(() => import('./department-form').then((module) => module.DepartmentForm), { ssr: false });
const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { ssr: false });

export type DepartmentNode = DepartmentTreeQuery['departments']['nodes'][number];

/** Which department stands under which; a move moves how far its people's roles reach. */
export function DepartmentTreeScreen() {
  const { data, error, refetch } = useQuery(DepartmentTreeDocument);
  const again = () => void refetch();
  useRecordChanges({ subjects: ['department', 'team'], onChange: again, onResync: again });
  const [creating, setCreating] = useNewParam();
  const [archived, setArchived] = useState(false);
  const [moving, setMoving] = useState<DepartmentNode | null>(null);
  const mayCreate = useCan('department.create');
  const mayMove = useCan('department.update');
  const update = useMutationWithIdempotency(UpdateDepartmentDocument, (answer) => answer.updateDepartment);

  const all = data?.departments.nodes ?? [];
  const kept = all.filter((node) => !node.archived);
  const gone = all.filter((node) => node.archived);
  const place = async (node: DepartmentNode, parentId: string | null, version = node.version): Promise<string | null> => {
    const outcome = await update.run({ input: { id: node.id, version, parentId } });
    again();
    if (!outcome.ok) return outcome.failure.message;
    const now = outcome.payload.department;
    notify.undoable(`${node.name} ${now?.parent ? `stands under ${now.parent.name}` : 'stands at the top'} now`, async () => {
      const back = await place({ ...node, parentId: now?.parentId ?? null }, node.parentId, now?.version);
      if (back) throw new Error(back);
    });
    return null;
  };
  const move = (node: DepartmentNode, parentId: string | null) => void place(node, parentId).then((why) => why && notify.error(`${node.name} stays where it was`, why));

  const failure = error && !data ? toFailure(error) : null;
  const add = mayCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New department</Button> : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  return (
    <>
      <PageHeader title="Departments" actions={add} />
      <div className="flex w-full max-w-5xl flex-col gap-3 p-4 md:px-5">
        {failure ? <ErrorState text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={again} /> : null}
        {!data && !failure ? <TreeSkeleton /> : null}
        {data && kept.length === 0 ? <EmptyState title="No departments yet" text="Departments hold people and teams, and say how far a role reaches." actions={add} /> : null}
        {kept.length > 0 ? (mayMove ? <DraggableTree nodes={kept} onMove={move} onChoose={setMoving} /> : (
          <ul aria-label="Departments" className="flex flex-col">{treeOf(kept).map(({ node, depth }) => <li key={node.id}><DepartmentRow node={node} depth={depth} /></li>)}</ul>
        )) : null}
        {gone.length > 0 ? (
          <div className="flex flex-col gap-2">
            <Button variant="ghost" className="self-start" aria-expanded={archived} onClick={() => setArchived(!archived)}>{archived ? 'Hide' : 'Show'} {gone.length} archived</Button>
            {archived ? <ul aria-label="Archived departments" className="flex flex-col">{gone.map((node) => <li key={node.id}><DepartmentRow node={node} depth={0} /></li>)}</ul> : null}
          </div>
        ) : null}
      </div>
      {creating ? <DepartmentForm departments={kept} onClose={() => setCreating(false)} onDone={again} /> : null}
      {moving ? <MoveDialog node={moving} nodes={kept} onClose={() => setMoving(null)} onMove={place} /> : null}
    </>
  );
}

function TreeSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-2">
      <LoadingNotice what="departments" />
      {[0, 1, 1, 0, 1, 2].map((depth, line) => <span key={line} style={{ paddingLeft: `${depth * 1.5}rem` }}><Skeleton className="h-9 w-full" /></span>)}
    </div>
  );
}
