import { registerEnumType } from '@nestjs/graphql';
import { PROGRESS_MODES, PROJECT_STATUSES, type ProgressMode, type ProjectStatus, WORK_STATUSES, type WorkStatus } from '@throughline/delivery/progress';
import { PROJECT_MOVE_PERMISSIONS, type ProjectMove, projectWorkflow } from '../project.workflow.js';

const enumOf = <Name extends string>(names: readonly Name[]): { [N in Name]: N } => Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };
const meanings = <Name extends string>(texts: Record<Name, string>): Record<Name, { description: string }> =>
  Object.fromEntries(Object.entries(texts).map(([name, description]) => [name, { description }])) as Record<Name, { description: string }>;

export const ProjectStatusEnum = enumOf<ProjectStatus>(PROJECT_STATUSES);
registerEnumType(ProjectStatusEnum, {
  name: 'ProjectStatus',
  description: 'Where a project stands.',
  valuesMap: meanings<ProjectStatus>({
    DRAFT: 'Being prepared.',
    PENDING_APPROVAL: 'Waiting for the department manager.',
    APPROVED: 'Approved, nothing started yet.',
    IN_PROGRESS: 'Being worked on.',
    ON_HOLD: 'Work rests.',
    CLIENT_REVIEW: 'Everything is done; the client looks at it.',
    DELIVERED: 'Handed over.',
    MAINTENANCE: 'Handed over and looked after.',
    CLOSED: 'Finished for good.',
    CLOSED_PENDING_UPDATES: 'Closed, with some more changes allowed.',
    CANCELLED: 'Given up.',
    REJECTED: 'Not approved.',
  }),
});

export const WorkStatusEnum = enumOf<WorkStatus>(WORK_STATUSES);
registerEnumType(WorkStatusEnum, {
  name: 'WorkStatus',
  description: 'Where a task or milestone stands.',
  valuesMap: meanings<WorkStatus>({
    TODO: 'Not started.',
    IN_PROGRESS: 'Started.',
    REVIEW: 'Handed in, to be accepted or returned.',
    COMPLETED: 'Done.',
    BLOCKED: 'Cannot go on; with a milestone or parent task, because every open part of it is blocked.',
    CANCELLED: 'Taken out: counts for nothing.',
  }),
});

export const ProgressModeEnum = enumOf<ProgressMode>(PROGRESS_MODES);
registerEnumType(ProgressModeEnum, {
  name: 'ProgressMode',
  description: 'What a task weighs in the progress of its project.',
  valuesMap: meanings<ProgressMode>({ ESTIMATE: 'Its estimate in minutes.', POINTS: 'Its points.', COUNT: 'Every task the same.' }),
});

export const ProjectMoveEnum = enumOf<ProjectMove>(Object.keys(PROJECT_MOVE_PERMISSIONS) as ProjectMove[]);
registerEnumType(ProjectMoveEnum, {
  name: 'ProjectMove',
  description: 'A move of a project\'s state machine.',
  valuesMap: meanings<ProjectMove>(Object.fromEntries(Object.entries(projectWorkflow.moves).map(([move, { label }]) => [move, `${label}.`])) as Record<ProjectMove, string>),
});

export const ProjectDecisionEnum = enumOf(['APPROVED', 'REJECTED', 'RETURNED'] as const);
registerEnumType(ProjectDecisionEnum, {
  name: 'ProjectDecision',
  description: 'A judgement on a submitted project.',
  valuesMap: meanings({ APPROVED: 'Work may start.', REJECTED: 'It will not be done.', RETURNED: 'Something has to change before it is submitted again.' }),
});
