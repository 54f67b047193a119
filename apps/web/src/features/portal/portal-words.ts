import type { ProjectStatus } from '@/gql/portal/portal-home';
import type { Tone } from '@/lib/tone';

/** A project's state in the client's words. */
export const clientStatus: Readonly<Record<ProjectStatus, { label: string; tone: Tone }>> = {
  DRAFT: { label: 'Being prepared', tone: 'neutral' }, PENDING_APPROVAL: { label: 'Being prepared', tone: 'neutral' }, REJECTED: { label: 'Not started', tone: 'neutral' },
  APPROVED: { label: 'Starting soon', tone: 'info' }, IN_PROGRESS: { label: 'In the works', tone: 'accent' }, ON_HOLD: { label: 'Paused', tone: 'warning' },
  CLIENT_REVIEW: { label: 'Ready for you to look at', tone: 'success' }, DELIVERED: { label: 'Delivered', tone: 'success' }, MAINTENANCE: { label: 'In our care', tone: 'success' },
  CLOSED: { label: 'Finished', tone: 'neutral' }, CLOSED_PENDING_UPDATES: { label: 'Being updated', tone: 'info' }, CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};
