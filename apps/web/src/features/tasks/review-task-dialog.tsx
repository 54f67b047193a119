'use client';
import { type ReviewDecision, ReviewTaskDocument } from '@/gql/tasks/tasks';
import { FormDialog, SelectField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import type { Task } from './task-parts';

/** QA accepts the work, or returns it with a reason (TAS-07). */
export function ReviewTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const whole = task.childrenTotal > 0;
  const form = useMutationForm({
    document: ReviewTaskDocument,
    defaults: { decision: 'ACCEPTED' as ReviewDecision, reason: '', reworkTitle: '' },
    variables: (values) => ({ input: { id: task.id, version: task.version, decision: values.decision, reason: values.reason.trim() || null, reworkTitle: values.reworkTitle.trim() || null } }),
    select: (data) => data.reviewTask,
    refetch: ['Task'],
    onDone: () => {
      notify.success('Review recorded');
      onClose();
    },
  });
  const returned = form.methods.watch('decision') === 'RETURNED';
  return (
    <FormDialog open onOpenChange={onClose} title={`Review ${task.title}`} submitLabel={returned ? 'Return' : 'Accept'} form={form}>
      <SelectField name="decision" label="Decision" required options={[{ value: 'ACCEPTED', label: 'Accept' }, { value: 'RETURNED', label: 'Return' }]} />
      <TextAreaField name="reason" label={returned ? 'What is missing?' : 'Remark'} required={returned} rows={3} />
      {returned && whole ? <TextField name="reworkTitle" label="What has to be done again" required hint="It becomes a sub-task." /> : null}
    </FormDialog>
  );
}
