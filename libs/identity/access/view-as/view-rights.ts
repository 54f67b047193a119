import { permissionCatalogue, type Scope, subjectByName } from '@throughline/platform/access';
import { notHeld } from '../grant-cover.js';
import { type HeldGrant, HeldRights, type OpenView, type RightsFacts } from '../rights.js';
import { readRightsFacts, readRoleLines } from '../rights.repository.js';
import type { SqlRunner } from '../role-setup.js';

/** Of those that follow no record only who belongs to them may read; messages and files go with them. */
const SEEN_BY_MEMBERS = ['channel.read'];

/** Only what reading means. */
const reads = ({ permission }: { permission: string }): boolean => permission.endsWith('.read');

/**
 * What stays a colleague's own, whoever looks as them: nobody reads other people's conversations, reminders and notifications by being an
 * administrator. Denied on what is theirs rather than taken out, so that their screens still open, empty. Clients have no conversations
 * beside their records.
 */
function keptBack(tier: RightsFacts['tier']): HeldGrant[] {
  if (tier === 'CLIENT') return [];
  const deny = (permission: string, scope: Scope): HeldGrant => ({ permission, scope, effect: 'DENY', boundTo: null });
  const personal = permissionCatalogue().filter(({ name, subject }) => reads({ permission: name }) && subjectByName(subject).personal);
  return [...personal.map(({ name }) => deny(name, 'OWN')), ...SEEN_BY_MEMBERS.map((permission) => deny(permission, 'ASSIGNED'))];
}


/**
 * What somebody, or a role, may read. A role alone belongs nowhere: it is seen in the departments of whoever looks.
 *
 * @returns null when there is no such person or role any more
 */
export async function readableFacts(sql: SqlRunner, organizationId: string, viewer: RightsFacts, { asUserId, asRoleId }: Pick<OpenView, 'asUserId' | 'asRoleId'>): Promise<RightsFacts | null> {
  if (asUserId) {
    const facts = await readRightsFacts(sql, organizationId, asUserId);
    return facts && { ...facts, views: [], grants: [...facts.grants.filter(reads), ...keptBack(facts.tier)] };
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
