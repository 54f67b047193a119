import { Injectable } from '@nestjs/common';
import type { Effect, GrantConditions, Scope } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { GrantLine } from '../rights.js';

/** A role as rules see it. */
export interface RoleRow {
  id: string;
  version: number;
  key: string;
  name: string;
  description: string;
  builtin: boolean;
  tiers: string[];
  parentId: string | null;
}

/** A line of a role as it is stored. */
export interface StoredLine extends GrantLine {
  id: string;
}

interface LineRow {
  id: string;
  permission: string;
  scope: Scope;
  fields: string[] | null;
  effect: Effect;
  conditions: GrantConditions | null;
}

const ROLE = 'SELECT id, version, key, name, description, builtin, tiers, parent_id AS "parentId" FROM role WHERE organization_id = $1';

/** All SQL that writes roles and what they grant. */
@Injectable()
export class RoleRepository {
  /**
   * Locks the organization, so that changes that decide about administrators come one after the other, then the role.
   *
   * @throws AppError NOT_FOUND
   */
  async lock(work: Work, id: string, path = 'id'): Promise<RoleRow> {
    const { organizationId } = work.actor;
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const [role] = await work.query<RoleRow>(`${ROLE} AND id = $2 FOR NO KEY UPDATE`, [organizationId, id]);
    if (!role) throw notFound('role', path);
    return role;
  }

  /** The role's own lines. */
  lines(work: Work, roleId: string): Promise<StoredLine[]> {
    return this.select(work, 'SELECT id FROM role WHERE organization_id = $1 AND id = $2', roleId);
  }

  /** The role's lines with everything it inherits. */
  lineage(work: Work, roleId: string | null): Promise<StoredLine[]> {
    return this.select(work, `WITH RECURSIVE lineage AS (
        SELECT id, parent_id FROM role WHERE organization_id = $1 AND id = $2
        UNION SELECT p.id, p.parent_id FROM role p JOIN lineage l ON p.id = l.parent_id WHERE p.organization_id = $1)
      SELECT id FROM lineage`, roleId);
  }

  private async select(work: Work, roles: string, roleId: string | null): Promise<StoredLine[]> {
    const rows = await work.query<LineRow>(
      `SELECT id, permission, scope, fields, effect, conditions FROM role_grant WHERE organization_id = $1 AND role_id IN (${roles}) ORDER BY permission, effect, scope, id`,
      [work.actor.organizationId, roleId],
    );
    return rows.map(({ fields, conditions, ...line }) => ({ ...line, ...(fields ? { fields } : {}), ...(conditions ? { conditions } : {}) }));
  }

  async insertLines(work: Work, roleId: string, lines: readonly GrantLine[]): Promise<void> {
    if (lines.length === 0) return;
    await work.execute(
      `INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect, conditions)
       SELECT g.id, $1, $2, g.permission, g.scope, g.fields, g.effect, g.conditions
       FROM jsonb_to_recordset($3::jsonb) AS g (id uuid, permission text, scope text, fields text[], effect text, conditions jsonb)`,
      [work.actor.organizationId, roleId, JSON.stringify(lines.map((line) => ({ ...line, id: newId() })))],
    );
  }

  async deleteLines(work: Work, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await work.execute('DELETE FROM role_grant WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [work.actor.organizationId, ids]);
  }

  /** How many people hold it, their tiers, and the roles that inherit from it. */
  async use(work: Work, roleId: string): Promise<{ holders: number; tiers: string[]; children: string[] }> {
    const [use] = await work.query<{ holders: number; tiers: string[]; children: string[] }>(
      `SELECT count(DISTINCT u.id)::int AS holders, coalesce(array_agg(DISTINCT u.tier) FILTER (WHERE u.id IS NOT NULL), '{}') AS tiers,
         ARRAY(SELECT name FROM role WHERE organization_id = $1 AND parent_id = $2 ORDER BY name) AS children
       FROM user_role ur JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
       WHERE ur.organization_id = $1 AND ur.role_id = $2`,
      [work.actor.organizationId, roleId],
    );
    return use ?? { holders: 0, tiers: [], children: [] };
  }

  /** Gives everybody who holds one role, and every role that inherits from it, another one in its place. */
  async replace(work: Work, roleId: string, replacementId: string): Promise<void> {
    const parameters = [work.actor.organizationId, roleId, replacementId];
    await work.execute(
      `INSERT INTO user_role (id, organization_id, user_id, role_id, department_id)
       SELECT gen_random_uuid(), organization_id, user_id, $3, department_id FROM user_role WHERE organization_id = $1 AND role_id = $2 ON CONFLICT DO NOTHING`, parameters,
    );
    await work.execute('UPDATE role SET parent_id = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND parent_id = $2', parameters);
  }

  async delete(work: Work, roleId: string): Promise<void> {
    for (const sql of ['DELETE FROM user_role WHERE organization_id = $1 AND role_id = $2', 'DELETE FROM role_grant WHERE organization_id = $1 AND role_id = $2', 'DELETE FROM role WHERE organization_id = $1 AND id = $2']) {
      await work.execute(sql, [work.actor.organizationId, roleId]);
    }
  }
}
