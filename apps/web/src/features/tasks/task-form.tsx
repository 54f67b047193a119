'use client';
import { CreateSubTaskDocument, CreateTaskDocument } from '@/gql/tasks/tasks';
import { DateField, FormDialog, NumberField, ReferenceField, SwitchField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

interface Values {
  title: string;
  estimateHours: number | null;
  dueOn: string | null;
  assignee: Option | null;
  requiresReview: boolean;
  sharedWithClient: boolean;
}

const empty: Values = { title: '', estimateHours: 1, dueOn: null, assignee: null, requiresReview: false, sharedWithClient: true };
const inputOf = (values: Values) => ({
  title: values.title.trim(), estimateMinutes: Math.round((values.estimateHours ?? 1) * 60), dueOn: values.dueOn || null, requiresReview: values.requiresReview,
  sharedWithClient: values.sharedWithClient, assigneeIds: values.assignee ? [values.assignee.value] : [],
});

/** A task of a project, or a part of a task (stage 8). */
export function TaskForm({ projectId, parentId, onClose }: { projectId: string; parentId?: string; onClose: () => void }) {
  const people = usePeoplePicker();
  const shared = {
    defaults: empty,
    refetch: parentId ? ['Task'] : ['Project'],
    onDone: () => {
      notify.success('Task added');
      onClose();
    },
  };
  const task = useMutationForm({ ...shared, document: CreateTaskDocument, variables: (values: Values) => ({ input: { projectId, ...inputOf(values) } }), select: (data) => data.createTask, paths: { estimateMinutes: 'estimateHours', assigneeIds: 'assignee' } });
  const part = useMutationForm({ ...shared, document: CreateSubTaskDocument, variables: (values: Values) => ({ input: { parentId: parentId ?? '', ...inputOf(values) } }), select: (data) => data.createSubTask, paths: { estimateMinutes: 'estimateHours', assigneeIds: 'assignee' } });
  return (
    <FormDialog open onOpenChange={onClose} title={parentId ? 'New sub-task' : 'New task'} submitLabel={parentId ? 'Add sub-task' : 'Add task'} form={parentId ? part : task}>
      <TextField name="title" label="What is to be done" required autoFocus />
      <div className="grid grid-cols-2 gap-4">
        <NumberField name="estimateHours" label="Estimate" unit="h" min={0.25} step={0.25} />
        <DateField name="dueOn" label="Due" />
      </div>
      <ReferenceField name="assignee" label="Assigned to" options={people.load} />
      <SwitchField name="requiresReview" label="Needs a review" />
      <SwitchField name="sharedWithClient" label="The client sees it" />
    </FormDialog>
  );
}
