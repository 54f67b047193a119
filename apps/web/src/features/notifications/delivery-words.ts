import type { NotificationDeliveryStatus } from '@/gql/notifications/deliveries';
import type { Tone } from '@/lib/tone';

/** What became of a delivery. */
export const statusWords: Readonly<Record<NotificationDeliveryStatus, { label: string; tone: Tone }>> = {
  WAITING: { label: 'Waiting', tone: 'info' }, SENT: { label: 'Sent', tone: 'success' }, FAILED: { label: 'Failed', tone: 'danger' }, SKIPPED: { label: 'Not needed', tone: 'neutral' },
};
