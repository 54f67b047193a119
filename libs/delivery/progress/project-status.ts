import type { WorkStatus } from './work-status.js';

/** The life of a project (PRO-02). */
export const PROJECT_STATUSES = [
  'DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'CLIENT_REVIEW', 'DELIVERED', 'MAINTENANCE',
  'CLOSED', 'CLOSED_PENDING_UPDATES', 'CANCELLED', 'REJECTED',
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** The only statuses among which work itself moves a project. */
export const WORK_DRIVEN: readonly ProjectStatus[] = ['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW'];

/** Whether a project in this status contributes nothing to the project it is part of. */
export function isCut(status: ProjectStatus): boolean {
  return status === 'CANCELLED' || status === 'REJECTED';
}

/** Where work stands in a project that is being worked on: untouched, going on, or everything done. */
export function workDrivenStatus(work: WorkStatus, started: boolean): ProjectStatus {
  if (work === 'COMPLETED') return 'CLIENT_REVIEW';
  return started ? 'IN_PROGRESS' : 'APPROVED';
}

/**
 * A project's status after its work changed: follows the work among APPROVED, IN_PROGRESS (first work started) and
 * CLIENT_REVIEW (everything done); every other status is people's business and stays.
 */
export function movedByWork(status: ProjectStatus, work: WorkStatus, started: boolean): ProjectStatus {
  return WORK_DRIVEN.includes(status) ? workDrivenStatus(work, started) : status;
}
