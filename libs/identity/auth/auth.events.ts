import type { Work } from '@throughline/platform/database';

/**
 * What happened at the door. These are for the security log, not for anybody's lists: without access columns no live
 * list receives them.
 */
export type AuthEvent =
  | 'user.signedIn' | 'user.signInRefused' | 'user.signedOut' | 'user.refreshTokenReused'
  | 'user.reauthenticated' | 'user.reauthenticationRefused' | 'user.networkRefused' | 'user.lockedOut' | 'user.newDevice' | 'user.badReputation' | 'session.risk';

export function recordAuthEvent(work: Work, kind: AuthEvent, userId: string, facts: Record<string, unknown>): void {
  work.record({
    kind,
    subject: 'user',
    subjectId: userId,
    access: { before: null, after: null },
    changes: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { before: null, after: value }])),
  });
}
