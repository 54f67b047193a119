import type { WorkStatus } from '@throughline/delivery/progress';
import type { Permission } from '@throughline/platform/access';
import { type AllowedMove, defineWorkflow } from '@throughline/platform/kernel';
import { taskPermissions } from './task.policy.js';

export type TaskMove =
  | 'START' | 'PUT_BACK' | 'SUBMIT' | 'WITHDRAW' | 'COMPLETE' | 'ACCEPT' | 'RETURN' | 'BLOCK' | 'UNBLOCK' | 'REOPEN' | 'CANCEL' | 'RESTORE';

const LIVE: WorkStatus[] = ['TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED'];

/** The life of a task without sub-tasks (TAS-01, TAS-07). RESTORE leads back to whatever it was; `to` is only the usual case. */
export const taskWorkflow = defineWorkflow<WorkStatus, TaskMove>('task', {
  START: { from: ['TODO'], to: 'IN_PROGRESS', label: 'Start' },
  PUT_BACK: { from: ['IN_PROGRESS', 'BLOCKED'], to: 'TODO', label: 'Put back' },
  SUBMIT: { from: ['TODO', 'IN_PROGRESS'], to: 'REVIEW', label: 'Hand in for review' },
  WITHDRAW: { from: ['REVIEW'], to: 'IN_PROGRESS', label: 'Take back from review' },
  COMPLETE: { from: ['TODO', 'IN_PROGRESS'], to: 'COMPLETED', label: 'Complete' },
  ACCEPT: { from: ['REVIEW'], to: 'COMPLETED', label: 'Accept' },
  RETURN: { from: ['REVIEW'], to: 'IN_PROGRESS', label: 'Return' },
  BLOCK: { from: ['TODO', 'IN_PROGRESS'], to: 'BLOCKED', label: 'Block' },
  UNBLOCK: { from: ['BLOCKED'], to: 'IN_PROGRESS', label: 'Unblock' },
  REOPEN: { from: ['COMPLETED'], to: 'IN_PROGRESS', label: 'Re-open' },
  CANCEL: { from: LIVE, to: 'CANCELLED', label: 'Cancel' },
  RESTORE: { from: ['CANCELLED'], to: 'TODO', label: 'Take the cancellation back' },
});

export const TASK_MOVE_PERMISSIONS: Readonly<Record<TaskMove, Permission>> = {
  START: taskPermissions.work,
  PUT_BACK: taskPermissions.work,
  SUBMIT: taskPermissions.work,
  WITHDRAW: taskPermissions.work,
  COMPLETE: taskPermissions.work,
  ACCEPT: taskPermissions.review,
  RETURN: taskPermissions.review,
  BLOCK: taskPermissions.work,
  UNBLOCK: taskPermissions.work,
  REOPEN: taskPermissions.work,
  CANCEL: taskPermissions.cancel,
  RESTORE: taskPermissions.cancel,
};

/**
 * The move that leads from one status to another when somebody sets the status. A finished review is an acceptance, a
 * review taken back by its author is no return.
 *
 * @returns null when no single move leads there
 */
export function moveBetween(from: WorkStatus, to: WorkStatus): TaskMove | null {
  const found = (Object.keys(taskWorkflow.moves) as TaskMove[]).find((move) => move !== 'RETURN' && taskWorkflow.moves[move].from.includes(from) && taskWorkflow.moves[move].to === to);
  return from === 'CANCELLED' ? null : (found ?? null);
}

/** What decides whether a task can take a move, beside its status. */
export interface TaskSituation {
  status: WorkStatus;
  /** Has sub-tasks, so that its status follows them. */
  isParent: boolean;
  requiresReview: boolean;
  /** Why nothing can be planned or worked in the project now; null when it can. */
  planningRefusal: string | null;
  workRefusal: string | null;
}

/** Why a task in this situation cannot take a move that its status alone would allow; null when it can. */
export function moveRefusal(situation: TaskSituation, move: TaskMove): string | null {
  if (move === 'CANCEL' || move === 'RESTORE') return situation.planningRefusal;
  if (situation.workRefusal) return situation.workRefusal;
  if (situation.isParent && move !== 'ACCEPT' && move !== 'RETURN') return 'Its status follows its sub-tasks. Work on these, or override what it shows.';
  if (move === 'COMPLETE' && situation.requiresReview) return 'Its work is reviewed before it counts as completed. Hand it in for review.';
  return null;
}

/** Every move as the status control of a task offers it. */
export function taskMoves(situation: TaskSituation, permitted: (permission: Permission) => boolean): AllowedMove<TaskMove>[] {
  return taskWorkflow.offers(situation.status, (move) => {
    const permission = TASK_MOVE_PERMISSIONS[move];
    return permitted(permission) ? moveRefusal(situation, move) : `Needs the permission "${permission.name}".`;
  });
}
