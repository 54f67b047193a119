'use client';
import { type ProjectQuery, UpdateProjectDocument, type UpdateProjectInput } from '@/gql/projects/projects';
import { useMutationWithIdempotency } from '@/graphql';
import { useFactSaver } from '@/kit';

export type Project = NonNullable<ProjectQuery['project']>;
type Facts = Omit<UpdateProjectInput, 'id' | 'version'>;

/** Saves facts of a project: `save` for what is edited in its place, `send` against a version one names. */
export function useProjectSaver(project: Project, onChanged: () => void) {
  const update = useMutationWithIdempotency(UpdateProjectDocument, (data) => data.updateProject);
  const send = (version: number, facts: Facts) => update.run({ input: { id: project.id, version, ...facts } });
  return { send, save: useFactSaver(project.version, send, onChanged) };
}
