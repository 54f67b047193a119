import { PROJECT_STATUSES, type ProjectStatus } from '@throughline/delivery/progress';
import { planningRefusal, PROJECT_MOVE_PERMISSIONS, type ProjectMove, projectWorkflow, workRefusal } from './project.workflow.js';

const MOVES = Object.keys(PROJECT_MOVE_PERMISSIONS) as ProjectMove[];

/** PRO-02, by status. */
const TABLE: Record<ProjectStatus, Partial<Record<ProjectMove, ProjectStatus>>> = {
  DRAFT: { SUBMIT: 'PENDING_APPROVAL', CANCEL: 'CANCELLED' },
  PENDING_APPROVAL: { WITHDRAW: 'DRAFT', APPROVE: 'APPROVED', RETURN: 'DRAFT', REJECT: 'REJECTED', CANCEL: 'CANCELLED' },
  APPROVED: { HOLD: 'ON_HOLD', CANCEL: 'CANCELLED' },
  IN_PROGRESS: { HOLD: 'ON_HOLD', CANCEL: 'CANCELLED' },
  CLIENT_REVIEW: { HOLD: 'ON_HOLD', DELIVER: 'DELIVERED', CANCEL: 'CANCELLED' },
  ON_HOLD: { RESUME: 'IN_PROGRESS', CANCEL: 'CANCELLED' },
  DELIVERED: { REOPEN: 'IN_PROGRESS', MAINTAIN: 'MAINTENANCE', CLOSE: 'CLOSED' },
  MAINTENANCE: { REOPEN: 'IN_PROGRESS', CLOSE: 'CLOSED' },
  CLOSED: { ALLOW_UPDATES: 'CLOSED_PENDING_UPDATES' },
  CLOSED_PENDING_UPDATES: { CLOSE: 'CLOSED' },
  CANCELLED: { RESTORE: 'DRAFT' },
  REJECTED: { REVISE: 'DRAFT' },
};

it.each(PROJECT_STATUSES.flatMap((from) => MOVES.map((move) => [from, move] as const)))('a project that is %s, %s', (from, move) => {
  const to = TABLE[from][move];
  if (to) expect(projectWorkflow.apply(from, move)).toBe(to);
  else expect(() => projectWorkflow.apply(from, move)).toThrow(`A project that is ${from} cannot take the move ${move}.`);
});

it('lets tasks be planned and worked on where that makes sense', () => {
  const planned = PROJECT_STATUSES.filter((status) => planningRefusal(status) === null);
  const worked = PROJECT_STATUSES.filter((status) => workRefusal(status) === null);
  expect(planned).toEqual(['DRAFT', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'CLIENT_REVIEW', 'MAINTENANCE', 'CLOSED_PENDING_UPDATES']);
  expect(worked).toEqual(['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW', 'MAINTENANCE', 'CLOSED_PENDING_UPDATES']);
});
