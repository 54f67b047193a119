import { notHeld } from '../grant-cover.js';
import { HeldRights, type OpenView, type RightsFacts } from '../rights.js';
import { readRightsFacts, readRoleLines } from '../rights.repository.js';
import type { SqlRunner } from '../role-setup.js';

/** Only what reading means. */
const reads = ({ permission }: { permission: string }): boolean => permission.endsWith('.read');

/**
 * What somebody, or a role, may read. A role alone belongs nowhere: it is seen in the departments of whoever looks.
 *
 * @returns null when there is no such person or role any more
 */
export async function readableFacts(sql: SqlRunner, organizationId: string, viewer: RightsFacts, { asUserId, asRoleId }: Pick<OpenView, 'asUserId' | 'asRoleId'>): Promise<RightsFacts | null> {
  if (asUserId) {
    const facts = await readRightsFacts(sql, organizationId, asUserId);
    return facts && { ...facts, views: [], grants: facts.grants.filter(reads) };
  }
  const role = asRoleId ? await readRoleLines(sql, organizationId, asRoleId) : null;
  return role && { ...viewer, views: [], customerIds: [], tier: role.tier, grants: role.grants.filter(reads) };
}

/** Whether everything of it could be read by the viewer anyway. */
export const mayView = (viewer: RightsFacts, seen: RightsFacts): boolean => notHeld(viewer, seen.grants.map(({ boundTo: _boundTo, ...line }) => line)).length === 0;

/** The rights of a session that views as somebody else: theirs, reading only; nothing when they have become more than the viewer's own. */
export async function viewRights(sql: SqlRunner, organizationId: string, viewer: RightsFacts, view: OpenView, unknown: (permission: string) => void): Promise<HeldRights> {
  const seen = await readableFacts(sql, organizationId, viewer, view);
  const facts = seen && mayView(viewer, seen) ? seen : { ...viewer, views: [], grants: [] };
  const ends = [facts.expiresAt, viewer.expiresAt, view.until].filter((at) => at !== null);
  const viewing = { kind: view.asUserId ? 'USER' as const : 'ROLE' as const, id: view.asUserId ?? view.asRoleId ?? '', name: view.name, until: new Date(view.until), ownTier: viewer.tier };
  return new HeldRights({ ...facts, expiresAt: Math.min(...ends) }, unknown, viewing);
}
