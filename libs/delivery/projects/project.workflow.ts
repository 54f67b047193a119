import type { ProjectStatus } from '@throughline/delivery/progress';
import { defineWorkflow } from '@throughline/platform/kernel';
import type { Permission } from '@throughline/platform/access';
import { projectPermissions } from './project.policy.js';

export type ProjectMove =
  | 'SUBMIT' | 'WITHDRAW' | 'APPROVE' | 'RETURN' | 'REJECT' | 'REVISE' | 'HOLD' | 'RESUME' | 'DELIVER' | 'REOPEN'
  | 'MAINTAIN' | 'CLOSE' | 'ALLOW_UPDATES' | 'CANCEL' | 'RESTORE';

const WORKED_ON: ProjectStatus[] = ['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW'];

/**
 * What people may do with a project (PRO-02). Among APPROVED, IN_PROGRESS and CLIENT_REVIEW only work moves it; a move that
 * leads there (approve, resume, re-open) lands where the work stands.
 */
export const projectWorkflow = defineWorkflow<ProjectStatus, ProjectMove>('project', {
  SUBMIT: { from: ['DRAFT'], to: 'PENDING_APPROVAL', label: 'Submit for approval' },
  WITHDRAW: { from: ['PENDING_APPROVAL'], to: 'DRAFT', label: 'Withdraw the submission' },
  APPROVE: { from: ['PENDING_APPROVAL'], to: 'APPROVED', label: 'Approve' },
  RETURN: { from: ['PENDING_APPROVAL'], to: 'DRAFT', label: 'Return for changes' },
  REJECT: { from: ['PENDING_APPROVAL'], to: 'REJECTED', label: 'Reject' },
  REVISE: { from: ['REJECTED'], to: 'DRAFT', label: 'Revise' },
  HOLD: { from: WORKED_ON, to: 'ON_HOLD', label: 'Put on hold' },
  RESUME: { from: ['ON_HOLD'], to: 'IN_PROGRESS', label: 'Resume' },
  DELIVER: { from: ['CLIENT_REVIEW'], to: 'DELIVERED', label: 'Deliver' },
  REOPEN: { from: ['DELIVERED', 'MAINTENANCE'], to: 'IN_PROGRESS', label: 'Back to work' },
  MAINTAIN: { from: ['DELIVERED'], to: 'MAINTENANCE', label: 'Start maintenance' },
  CLOSE: { from: ['DELIVERED', 'MAINTENANCE', 'CLOSED_PENDING_UPDATES'], to: 'CLOSED', label: 'Close' },
  ALLOW_UPDATES: { from: ['CLOSED'], to: 'CLOSED_PENDING_UPDATES', label: 'Allow updates' },
  CANCEL: { from: ['DRAFT', 'PENDING_APPROVAL', ...WORKED_ON, 'ON_HOLD'], to: 'CANCELLED', label: 'Cancel' },
  RESTORE: { from: ['CANCELLED'], to: 'DRAFT', label: 'Take the cancellation back' },
});

export const PROJECT_MOVE_PERMISSIONS: Readonly<Record<ProjectMove, Permission>> = {
  SUBMIT: projectPermissions.submit,
  WITHDRAW: projectPermissions.submit,
  APPROVE: projectPermissions.approve,
  RETURN: projectPermissions.approve,
  REJECT: projectPermissions.approve,
  REVISE: projectPermissions.submit,
  HOLD: projectPermissions.run,
  RESUME: projectPermissions.run,
  DELIVER: projectPermissions.run,
  REOPEN: projectPermissions.run,
  MAINTAIN: projectPermissions.run,
  CLOSE: projectPermissions.run,
  ALLOW_UPDATES: projectPermissions.run,
  CANCEL: projectPermissions.cancel,
  RESTORE: projectPermissions.cancel,
};

/** Moves that need a reason, because others have to live with them. */
export const REASON_NEEDED: readonly ProjectMove[] = ['HOLD', 'REOPEN', 'ALLOW_UPDATES', 'CANCEL'];

/**
 * Why tasks cannot be planned (created, moved, weighed, deleted) in a project of this status; null when they can.
 */
export function planningRefusal(status: ProjectStatus): string | null {
  switch (status) {
    case 'PENDING_APPROVAL':
      return 'The project is being judged. Withdraw the submission or wait for the decision.';
    case 'DELIVERED':
      return 'The project is delivered. Take it back to work or start maintenance first.';
    case 'CLOSED':
      return 'The project is closed. Allow updates first.';
    case 'CANCELLED':
      return 'The project is cancelled. Take the cancellation back first.';
    case 'REJECTED':
      return 'The project was rejected. Revise it first.';
    default:
      return null;
  }
}

/** Why work (status, reports, reviews) cannot be done in a project of this status; null when it can. */
export function workRefusal(status: ProjectStatus): string | null {
  if (status === 'DRAFT') return 'The project is not approved yet. Work starts after the approval.';
  if (status === 'ON_HOLD') return 'The project is on hold. Resume it first.';
  return planningRefusal(status);
}
