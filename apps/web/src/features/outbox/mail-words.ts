import type { OutgoingMailStatus } from '@/gql/outbox/outbox';
import type { Tone } from '@/lib/tone';

export const mailStatusText: Record<OutgoingMailStatus, string> = { WAITING: 'Waiting', SENT: 'Sent', FAILED: 'Failed', KEPT: 'Kept here' };
export const mailStatusTone: Record<OutgoingMailStatus, Tone> = { WAITING: 'info', SENT: 'success', FAILED: 'danger', KEPT: 'neutral' };

/** `user.passwordReset` to "Password reset". */
export function kindText(kind: string): string {
  const words = kind.slice(kind.lastIndexOf('.') + 1).replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
