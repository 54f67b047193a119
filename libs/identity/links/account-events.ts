import type { AccessColumns, Work } from '@throughline/platform/database';

/** What happened to somebody's way in, for the security log. */
export type AccountEvent =
  | 'user.invited' | 'user.invitationAccepted' | 'user.invitationWithdrawn' | 'user.invitationExpired' | 'user.registered' | 'user.passwordChanged' | 'user.passwordResetRequested' | 'user.signInLinkRequested' | 'user.signInLinkUsed';

/** Records it with where it came from; never with a token, a password or a link. Without access columns no live list receives it. */
export function recordAccountEvent(work: Work, kind: AccountEvent, userId: string, facts: Record<string, unknown> = {}, access: AccessColumns | null = null): void {
  const { address, userAgent } = work.actor.request;
  const all = { ...facts, address, userAgent };
  work.record({
    kind, subject: 'user', subjectId: userId, access: { before: access, after: access },
    changes: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { before: null, after: value }])),
  });
}

/** The same, for what lists of people show: who sees the person is told that they have changed. */
export async function recordShownAccountEvent(work: Work, kind: AccountEvent, userId: string, facts: Record<string, unknown> = {}): Promise<void> {
  const [row] = await work.query<{ customerId: string | null }>('SELECT customer_id AS "customerId" FROM user_account WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, userId]);
  recordAccountEvent(work, kind, userId, facts, { ownerId: userId, customerId: row?.customerId ?? null });
}
