'use client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { CreateMilestoneDocument, DeleteMilestoneDocument, type TreeMilestoneFragment, UpdateMilestoneDocument } from '@/gql/projects/projects';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { DateField, FormDialog, SwitchField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { Button, ConfirmDialog } from '@/ui';
import { HistoryButton } from '../history/history-button';

interface Values { name: string; description: string; dueOn: string | null; sharedWithClient: boolean }

/** A milestone of a project, new or not. */
export function MilestoneDialog({ project, milestone, onClose }: { project: { id: string; sharedWithClient: boolean }; milestone: TreeMilestoneFragment | null; onClose: () => void }) {
  const [removing, setRemoving] = useState(false);
  const remove = useMutationWithIdempotency(DeleteMilestoneDocument, (data) => data.deleteMilestone, { refetch: ['Project'] });
  const defaults: Values = { name: milestone?.name ?? '', description: milestone?.description ?? '', dueOn: milestone?.dueOn ?? null, sharedWithClient: milestone?.sharedWithClient ?? project.sharedWithClient };
  const client = useApolloClient();
  const restored = () => {
    void client.refetchQueries({ include: ['Project'] });
    onClose();
  };
  const facts = ({ name, description, dueOn, sharedWithClient }: Values) => ({ name: name.trim(), description: description.trim() || null, dueOn, sharedWithClient });
  const shared = { defaults, refetch: ['Project'], onDone: onClose };
  const create = useMutationForm({ ...shared, document: CreateMilestoneDocument, variables: (values: Values) => ({ input: { projectId: project.id, ...facts(values) } }), select: (data) => data.createMilestone });
  const update = useMutationForm({ ...shared, document: UpdateMilestoneDocument, variables: (values: Values) => ({ input: { id: milestone?.id ?? '', version: milestone?.version ?? 0, ...facts(values) } }), select: (data) => data.updateMilestone });
  if (milestone && removing) {
    return (
      <ConfirmDialog
        open onOpenChange={() => setRemoving(false)} danger title={`Remove ${milestone.name}?`} confirmLabel="Remove milestone" body="Its tasks stay and stand under no milestone."
        onConfirm={async () => {
          const outcome = await remove.run({ input: { id: milestone.id, version: milestone.version } });
          if (!outcome.ok) throw new FailureError(outcome.failure);
          onClose();
        }}
      />
    );
  }
  return (
    <FormDialog open onOpenChange={onClose} title={milestone ? milestone.name : 'New milestone'} submitLabel={milestone ? 'Save milestone' : 'Add milestone'} form={milestone ? update : create}>
      <TextField name="name" label="Name" required autoFocus={!milestone} maxLength={200} />
      <DateField name="dueOn" label="Due" />
      <TextAreaField name="description" label="What is reached with it" rows={3} />
      <SwitchField name="sharedWithClient" label="The client sees it" />
      {milestone ? (
        <div className="flex flex-wrap gap-2">
          <HistoryButton subject="milestone" id={milestone.id} name={milestone.name} onRestored={restored} />
          <Button variant="ghost" className="text-danger-text" onClick={() => setRemoving(true)}>Remove milestone</Button>
        </div>
      ) : null}
    </FormDialog>
  );
}
