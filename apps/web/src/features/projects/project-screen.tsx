'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { MoveProjectDocument, ProjectDocument, type ProjectMove, SubmitProjectDocument, type TreeMilestoneFragment } from '@/gql/projects/projects';
import { toFailure, useMutationWithIdempotency } from '@/graphql';
import { movesOf, RecordPage, StatusControl } from '@/kit';
import { useCan } from '@/session';
import { Button, ProgressBar, VisibilityMark } from '@/ui';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';
import { ProjectFacts } from './project-facts';
import { ProjectTree } from './project-tree';
import { projectStatusLabel, projectStatusTone } from './project-words';
import { useLiveProgress } from './use-live-progress';
import { WhyProgress } from './why-progress-later';

// Fetched when they open.
const TaskForm = dynamic(() => import('../tasks/task-form').then((module) => module.TaskForm), { ssr: false });
const ApproveProjectDialog = dynamic(() => import('./approve-project-dialog').then((module) => module.ApproveProjectDialog), { ssr: false });
const ProjectScope = dynamic(() => import('./project-scope').then((module) => module.ProjectScope), { ssr: false });
const ProjectDecisions = dynamic(() => import('./project-decisions').then((module) => module.ProjectDecisions), { ssr: false });
const MilestoneDialog = dynamic(() => import('./milestone-dialog').then((module) => module.MilestoneDialog), { ssr: false });
const PlanDialog = dynamic(() => import('./plan-dialog').then((module) => module.PlanDialog), { ssr: false });
const ProjectMoveDialog = dynamic(() => import('./project-move-dialog').then((module) => module.ProjectMoveDialog), { ssr: false });

type Dialog = { kind: 'JUDGE' | 'PLAN' | 'TASK' } | { kind: 'MILESTONE'; milestone: TreeMilestoneFragment | null } | { kind: 'MOVE'; move: ProjectMove; label: string } | null;
/** Judgements are made with their assessment. */
const JUDGED: readonly string[] = ['APPROVE', 'REJECT', 'RETURN'];
/** Moves that need no word of explanation. */
const PLAIN: readonly string[] = ['SUBMIT', 'RESUME', 'DELIVER', 'MAINTAIN', 'CLOSE', 'REVISE', 'WITHDRAW', 'RESTORE'];

/** The page of a project: how far it is and why, its tree of work, its approval. */
export function ProjectScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(ProjectDocument, { variables: { id } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const submit = useMutationWithIdempotency(SubmitProjectDocument, (answer) => answer.submitProject);
  const move = useMutationWithIdempotency(MoveProjectDocument, (answer) => answer.moveProject);
  const again = () => void refetch();
  useLiveProgress(id, again);
  const mayPlan = useCan('task.create');
  const mayApprove = useCan('project.approve');
  const mayAddMilestone = useCan('milestone.create');
  const mayEditMilestone = useCan('milestone.update');
  const project = data?.project ?? null;
  const failure = error && !project ? toFailure(error) : null;
  const close = () => setDialog(null);
  const planning = project !== null && ['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW'].includes(project.status);
  return (
    <>
      <RecordPage
        what="project" loading={loading && !project} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again}
        crumbs={[{ label: 'Projects', href: '/projects' }]} reference={project?.number} title={project?.name}
        status={project ? (
          <StatusControl
            label={projectStatusLabel[project.status]} tone={projectStatusTone[project.status]} moves={movesOf(project.allowedMoves, { CANCEL: 'danger', REJECT: 'danger' })}
            onMove={async (step) => {
              if (JUDGED.includes(step.id)) setDialog({ kind: 'JUDGE' });
              else if (!PLAIN.includes(step.id)) setDialog({ kind: 'MOVE', move: step.id as ProjectMove, label: step.label });
              else {
                const target = { id, version: project.version };
                const outcome = step.id === 'SUBMIT' ? await submit.run({ input: target }) : await move.run({ input: { ...target, move: step.id as ProjectMove } });
                again();
                if (!outcome.ok) return { ok: false, reason: outcome.failure.message };
              }
              return { ok: true };
            }}
          />
        ) : null}
        marks={project?.sharedWithClient ? <VisibilityMark audience="client" /> : null}
        actions={project ? (
          <>
            <RecordTools subject="project" id={id} name={project.name} />
            {mayAddMilestone && planning ? <Button onClick={() => setDialog({ kind: 'MILESTONE', milestone: null })}>Add milestone</Button> : null}
            {mayPlan && planning ? <Button onClick={() => setDialog({ kind: 'TASK' })}>Add task</Button> : null}
            {mayPlan && planning && project.tasks.totalCount === 0 ? <Button variant="primary" onClick={() => setDialog({ kind: 'PLAN' })}>Plan from template</Button> : null}
            {mayApprove && project.status === 'PENDING_APPROVAL' ? <Button variant="primary" onClick={() => setDialog({ kind: 'JUDGE' })}>Decide</Button> : null}
          </>
        ) : null}
        banner={project ? <div className="max-w-xl"><ProgressBar basisPoints={project.progressBasisPoints} label={`Progress of ${project.name}`} size="lg" why={<WhyProgress kind="PROJECT" id={project.id} />} /></div> : null}
        tabs={project ? [
          { id: 'work', label: 'Work', count: project.tasks.totalCount, content: <ProjectTree project={project} onMilestone={mayEditMilestone ? (milestone) => setDialog({ kind: 'MILESTONE', milestone }) : null} /> },
          { id: 'scope', label: 'Scope', content: <ProjectScope project={project} onChanged={again} /> },
          { id: 'decisions', label: 'Decisions', count: project.decisions.length, content: <ProjectDecisions decisions={project.decisions} /> },
          ...recordTabs({ subject: 'project', id, what: 'project', shareable: project.sharedWithClient, onRestored: again }),
        ] : []}
        aside={project ? <><ProjectFacts project={project} onChanged={again} /><RecordSide subject="project" recordId={id} /></> : null}
      />
      {project && dialog?.kind === 'JUDGE' ? <ApproveProjectDialog project={project} onClose={close} /> : null}
      {project && dialog?.kind === 'PLAN' ? <PlanDialog project={project} onClose={close} /> : null}
      {project && dialog?.kind === 'MILESTONE' ? <MilestoneDialog key={dialog.milestone?.id ?? 'new'} project={project} milestone={dialog.milestone} onClose={close} /> : null}
      {project && dialog?.kind === 'TASK' ? <TaskForm projectId={project.id} onClose={close} /> : null}
      {project && dialog?.kind === 'MOVE' ? <ProjectMoveDialog project={project} move={dialog.move} label={dialog.label} onClose={close} /> : null}
    </>
  );
}
