'use client';
import { ApproveProjectDocument, type ProjectDecision, type ProjectQuery } from '@/gql/projects/projects';
import { FormDialog, ReferenceField, SelectField, SwitchField, TextAreaField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

type Project = NonNullable<ProjectQuery['project']>;

/** Stage 7: the department manager's judgement, with its reasons. */
export function ApproveProjectDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: ApproveProjectDocument,
    defaults: {
      decision: 'APPROVED' as ProjectDecision, feasibility: '', budget: '', resources: '', risk: '', conditions: '', shareWithClient: true,
      owner: project.owner ? { value: project.owner.id, label: project.owner.name } : (null as Option | null),
    },
    variables: ({ owner, conditions, ...values }) => ({ input: { id: project.id, version: project.version, ...values, conditions: conditions.trim() || null, ownerId: owner?.value ?? null } }),
    select: (data) => data.approveProject,
    paths: { ownerId: 'owner' },
    refetch: ['Project'],
    onDone: () => {
      notify.success('Decision recorded');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title={`Decide on ${project.name}`} description="Approved projects can be planned; returned ones go back for another look." submitLabel="Record decision" size="lg" form={form}>
      <SelectField name="decision" label="Decision" required options={[{ value: 'APPROVED', label: 'Approve' }, { value: 'RETURNED', label: 'Return' }, { value: 'REJECTED', label: 'Reject' }]} />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <TextAreaField name="feasibility" label="Feasibility" required rows={2} />
        <TextAreaField name="budget" label="Budget" required rows={2} />
        <TextAreaField name="resources" label="Resources" required rows={2} />
        <TextAreaField name="risk" label="Risk" required rows={2} />
      </div>
      <TextAreaField name="conditions" label="Conditions" rows={2} />
      <ReferenceField name="owner" label="Project manager" options={people.load} />
      <SwitchField name="shareWithClient" label="The client sees the project from now on" />
    </FormDialog>
  );
}
