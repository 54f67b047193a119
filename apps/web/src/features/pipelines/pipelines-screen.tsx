'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { CreatePipelineDocument, PipelineSettingsDocument } from '@/gql/pipelines/pipelines';
import { toFailure, useRecordChanges } from '@/graphql';
import { FormDialog, PageHeader, TextField, useMutationForm, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Button, EmptyState, ErrorState, ForbiddenState, LoadingNotice, notify, Skeleton } from '@/ui';
import { PipelineCard } from './pipeline-card';

/** The stages that deals move through (ORG-06). */
export function PipelinesScreen() {
  const { data, error, refetch } = useQuery(PipelineSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['pipeline'], onChange: () => void reload(), onResync: () => void reload() });
  const [creating, setCreating] = useNewParam();
  const mayEdit = useCan('pipeline.update');
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  const create = mayEdit ? <Button variant="primary" onClick={() => setCreating(true)}>New pipeline</Button> : null;
  const pipelines = data?.pipelines.nodes;
  return (
    <>
      <PageHeader title="Pipelines" actions={create} />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {pipelines ? pipelines.map((pipeline) => <PipelineCard key={pipeline.id} pipeline={pipeline} only={pipelines.length === 1} readOnly={!mayEdit} onReload={reload} />) : (
          <div aria-busy="true"><LoadingNotice what="pipelines" /><Skeleton className="h-96 w-full rounded-lg" /></div>
        )}
        {pipelines?.length === 0 ? <EmptyState title="No pipeline yet" text="Deals move through the stages of a pipeline: the first one brings the usual stages." actions={create} /> : null}
      </div>
      {creating ? <NewPipeline onClose={() => setCreating(false)} onDone={reload} /> : null}
    </>
  );
}

function NewPipeline({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<unknown> }) {
  const form = useMutationForm({
    document: CreatePipelineDocument,
    defaults: { name: '' },
    variables: ({ name }) => ({ input: { name: name.trim() } }),
    select: (data) => data.createPipeline,
    onDone: async () => {
      notify.success('Pipeline created');
      onClose();
      await onDone();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New pipeline" description="It begins with the usual stages; change them on its card." submitLabel="Create pipeline" form={form}>
      <TextField name="name" label="Name" required autoFocus maxLength={100} placeholder="Renewals" />
    </FormDialog>
  );
}
