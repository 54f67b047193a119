'use client';
import { MoveProjectDocument, type ProjectMove, type ProjectQuery } from '@/gql/projects/projects';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';

type Project = NonNullable<ProjectQuery['project']>;

/** A move of the project that others have to understand. */
export function ProjectMoveDialog({ project, move, label, onClose }: { project: Project; move: ProjectMove; label: string; onClose: () => void }) {
  const form = useMutationForm({
    document: MoveProjectDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { id: project.id, version: project.version, move, reason: values.reason.trim() || null } }),
    select: (data) => data.moveProject,
    refetch: ['Project'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title={label} submitLabel={label} form={form}><TextAreaField name="reason" label="Why?" rows={3} /></FormDialog>;
}
