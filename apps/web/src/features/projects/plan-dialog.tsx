'use client';
import { useQuery } from '@apollo/client/react';
import { CreateTasksFromTemplateDocument, type ProjectQuery, TaskTemplatesDocument } from '@/gql/projects/projects';
import { DateField, FormDialog, SelectField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

type Project = NonNullable<ProjectQuery['project']>;

/** Milestones, tasks and sub-tasks from a template, dated from the start. */
export function PlanDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { data } = useQuery(TaskTemplatesDocument);
  const form = useMutationForm({
    document: CreateTasksFromTemplateDocument,
    defaults: { templateKey: project.category?.key ?? null, startOn: project.startOn ?? null },
    variables: (values) => ({ input: { projectId: project.id, templateKey: values.templateKey ?? '', startOn: values.startOn || null } }),
    select: (answer) => answer.createTasksFromTemplate,
    refetch: ['Project'],
    onDone: ({ taskIds }) => {
      notify.success(`${taskIds?.length ?? 0} tasks planned`);
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Plan from a template" submitLabel="Create tasks" form={form}>
      <SelectField name="templateKey" label="Template" required options={(data?.taskTemplates.nodes ?? []).map((template) => ({ value: template.key, label: template.name }))} />
      <DateField name="startOn" label="Start" />
    </FormDialog>
  );
}
