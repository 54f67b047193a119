import { Injectable } from '@nestjs/common';
import { type GrantLine, notHeld, readRightsFacts, refuseUngoverned, refuseUnheld } from '@throughline/identity/access';
import { requireRecentProof } from '@throughline/identity/sessions';
import { allows } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import { newId, refuse } from '@throughline/platform/kernel';
import { type RoleAssignment, userAccess, UserRepository, type UserRow } from './user.repository.js';
import { keepsAdministrator, SUPERADMIN } from './user.rules.js';
import { userPermissions } from './user.policy.js';

interface RoleRow {
  id: string;
  key: string;
  name: string;
  tiers: string[];
  /** With what it inherits. */
  grants: GrantLine[];
}

/** Who may give whom which role (ACL-06). */
@Injectable()
export class UserRolesService {
  constructor(private readonly users: UserRepository) {}

  /**
   * Gives a person exactly these roles, in a transaction that has locked them.
   *
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, PRECONDITION_FAILED, FORBIDDEN
   */
  async replace(work: Work, user: UserRow, wanted: readonly RoleAssignment[]): Promise<void> {
    const { actor } = work;
    if (!allows(actor.ability, userPermissions.assignRoles, userAccess(user))) throw refuse('FORBIDDEN', 'You may not give people roles.', 'roles');
    const held = await this.held(work, user.id);
    const roles = new Map((await this.roles(work, [...wanted, ...held].map(({ roleId }) => roleId))).map((role) => [role.id, role]));
    const keyOf = ({ roleId }: RoleAssignment): string => roles.get(roleId)?.key ?? '';
    const added = wanted.filter((assignment) => !held.some((other) => same(other, assignment)));
    const removed = held.filter((assignment) => !wanted.some((other) => same(other, assignment)));
    for (const [index, assignment] of wanted.entries()) {
      const role = roles.get(assignment.roleId);
      if (!role) throw refuse('NOT_FOUND', 'This role does not exist.', `roles.${index}.roleId`);
      if (!role.tiers.includes(user.tier)) throw refuse('VALIDATION_FAILED', `${role.name} is not a role for people of this tier.`, `roles.${index}.roleId`);
      if (added.includes(assignment)) await this.mayGive(work, role, assignment, `roles.${index}.roleId`);
    }
    if (removed.some((assignment) => keyOf(assignment) === SUPERADMIN)) throw refuse('FORBIDDEN', 'The superadmin stays superadmin.', 'roles');
    // With a role go its denials: that, too, gives.
    for (const assignment of removed) await refuseUnheld(work, roles.get(assignment.roleId)?.grants.filter(({ effect }) => effect !== 'ALLOW') ?? [], [], 'roles');
    keepsAdministrator(user, { ...user, roleKeys: wanted.map(keyOf) }, await this.users.otherAdministrators(work, user.id));
    if (added.length + removed.length === 0) return;
    await requireRecentProof(work);
    await this.write(work, user.id, added, removed);
    if (user.tier === 'ADMIN') await refuseUngoverned(work);
    const names = (assignments: readonly RoleAssignment[]): object[] => assignments.map((assignment) => ({ role: keyOf(assignment), departmentId: assignment.departmentId }));
    work.record({
      kind: 'user.rolesChanged', subject: 'user', subjectId: user.id, access: { before: userAccess(user), after: userAccess(user) },
      changes: { roles: { before: names(held), after: names(wanted) } },
    });
  }

  /**
   * Refuses whoever would come by rights with somebody's account that they do not hold themselves.
   *
   * @throws AppError FORBIDDEN at `path`
   */
  async refuseBeyond(work: Work, userId: string, path: string): Promise<void> {
    const { organizationId, userId: giverId, tier } = work.actor;
    const [giver, person] = [giverId ? await readRightsFacts(work, organizationId, giverId) : null, await readRightsFacts(work, organizationId, userId)];
    if (tier === 'SYSTEM' || !person || (giver && notHeld(giver, person.grants.map(({ boundTo: _boundTo, ...line }) => line)).length === 0)) return;
    throw refuse('FORBIDDEN', 'This person may do what you may not, and whoever has the address has the account. Ask an administrator to change it.', path);
  }

  /**
   * Nobody gives what they do not hold: everything the role has and inherits must be theirs, as far as the role will reach.
   *
   * @throws AppError FORBIDDEN
   */
  private async mayGive(work: Work, role: RoleRow, { departmentId }: RoleAssignment, path: string): Promise<void> {
    if (role.key === SUPERADMIN) throw refuse('FORBIDDEN', 'The superadmin is set by whoever runs the installation.', path);
    const departmentIds = departmentId === null ? null : await this.subtree(work, departmentId);
    await refuseUnheld(work, [], role.grants, path, { departmentIds });
  }

  private async subtree(work: Work, departmentId: string): Promise<string[]> {
    const rows = await work.query<{ id: string }>(
      `WITH RECURSIVE tree AS (SELECT $2::uuid AS id UNION SELECT d.id FROM department d JOIN tree t ON d.parent_id = t.id WHERE d.organization_id = $1) SELECT id FROM tree`,
      [work.actor.organizationId, departmentId],
    );
    return rows.map(({ id }) => id);
  }

  private async held(work: Work, userId: string): Promise<RoleAssignment[]> {
    return work.query<RoleAssignment>(
      'SELECT role_id AS "roleId", department_id AS "departmentId" FROM user_role WHERE organization_id = $1 AND user_id = $2 ORDER BY id',
      [work.actor.organizationId, userId],
    );
  }

  private async roles(work: Work, ids: readonly string[]): Promise<RoleRow[]> {
    return work.query<RoleRow>(
      `WITH RECURSIVE lineage AS (
         SELECT id AS root, id, parent_id FROM role WHERE organization_id = $1 AND id = ANY ($2::uuid[])
         UNION SELECT l.root, p.id, p.parent_id FROM role p JOIN lineage l ON p.id = l.parent_id WHERE p.organization_id = $1)
       SELECT r.id, r.key, r.name, r.tiers, (
         SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('permission', g.permission, 'scope', g.scope, 'effect', g.effect, 'fields', g.fields, 'conditions', g.conditions))), '[]')
         FROM lineage l JOIN role_grant g ON g.organization_id = $1 AND g.role_id = l.id WHERE l.root = r.id) AS grants
       FROM role r WHERE r.organization_id = $1 AND r.id = ANY ($2::uuid[])`,
      [work.actor.organizationId, ids],
    );
  }

  private async write(work: Work, userId: string, added: readonly RoleAssignment[], removed: readonly RoleAssignment[]): Promise<void> {
    const { organizationId } = work.actor;
    for (const { roleId, departmentId } of removed) {
      await work.execute('DELETE FROM user_role WHERE organization_id = $1 AND user_id = $2 AND role_id = $3 AND department_id IS NOT DISTINCT FROM $4', [organizationId, userId, roleId, departmentId]);
    }
    for (const { roleId, departmentId } of added) {
      await work.execute('INSERT INTO user_role (id, organization_id, user_id, role_id, department_id) VALUES ($1, $2, $3, $4, $5)', [newId(), organizationId, userId, roleId, departmentId]);
    }
  }
}

const same = (a: RoleAssignment, b: RoleAssignment): boolean => a.roleId === b.roleId && a.departmentId === b.departmentId;
