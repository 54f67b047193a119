import type { ProjectStatus, WorkStatus } from '@/gql/projects/projects';
import type { Tone } from '@/lib/tone';

export const projectStatusLabel: Readonly<Record<ProjectStatus, string>> = {
  DRAFT: 'Draft', PENDING_APPROVAL: 'Waiting for approval', APPROVED: 'Approved', IN_PROGRESS: 'In progress', ON_HOLD: 'On hold', CLIENT_REVIEW: 'Client review',
  DELIVERED: 'Delivered', MAINTENANCE: 'Maintenance', CLOSED: 'Closed', CLOSED_PENDING_UPDATES: 'Closed, updating', CANCELLED: 'Cancelled', REJECTED: 'Rejected',
};
export const projectStatusTone: Readonly<Record<ProjectStatus, Tone>> = {
  DRAFT: 'neutral', PENDING_APPROVAL: 'warning', APPROVED: 'info', IN_PROGRESS: 'accent', ON_HOLD: 'warning', CLIENT_REVIEW: 'info', DELIVERED: 'success', MAINTENANCE: 'success',
  CLOSED: 'neutral', CLOSED_PENDING_UPDATES: 'warning', CANCELLED: 'danger', REJECTED: 'danger',
};
export const workStatusLabel: Readonly<Record<WorkStatus, string>> = { TODO: 'To do', IN_PROGRESS: 'In progress', REVIEW: 'In review', COMPLETED: 'Done', BLOCKED: 'Blocked', CANCELLED: 'Cancelled' };
export const workStatusTone: Readonly<Record<WorkStatus, Tone>> = { TODO: 'neutral', IN_PROGRESS: 'accent', REVIEW: 'info', COMPLETED: 'success', BLOCKED: 'danger', CANCELLED: 'neutral' };
