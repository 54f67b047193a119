import type { Work } from '@throughline/platform/database';

/** What happened to somebody's way in, for the security log; without access columns no live list receives it. */
export type AccountEvent =
  | 'user.invited' | 'user.invitationAccepted' | 'user.invitationWithdrawn' | 'user.invitationExpired' | 'user.registered' | 'user.passwordChanged' | 'user.passwordResetRequested' | 'user.signInLinkRequested' | 'user.signInLinkUsed';

/** Records it with where it came from; never with a token, a password or a link. */
export function recordAccountEvent(work: Work, kind: AccountEvent, userId: string, facts: Record<string, unknown> = {}): void {
  const { address, userAgent } = work.actor.request;
  const all = { ...facts, address, userAgent };
  work.record({
    kind, subject: 'user', subjectId: userId, access: { before: null, after: null },
    changes: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { before: null, after: value }])),
  });
}
