'use client';
import { InlineEdit } from '@/kit';
import { useCan } from '@/session';
import { type Project, useProjectSaver } from './use-project-saver';

/** What was agreed, in words; edited in its place. */
export function ProjectScope({ project, onChanged }: { project: Project; onChanged: () => void }) {
  const { save } = useProjectSaver(project, onChanged);
  const readOnly = !useCan('project.update');
  return (
    <div className="max-w-2xl text-sm">
      <InlineEdit label="Scope" type="multiline" value={project.scope ?? ''} display={project.scope ?? 'No scope was written down.'} readOnly={readOnly} onSave={(text, force) => save({ scope: text.trim() || null }, { field: 'scope', force })} />
    </div>
  );
}
