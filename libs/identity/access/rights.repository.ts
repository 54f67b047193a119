import type { Scope } from '@throughline/platform/access';
import type { Tier } from '@throughline/platform/kernel';
import type { HeldGrant, RightsFacts } from './rights.js';
import type { SqlRunner } from './role-setup.js';

interface GrantRow {
  permission: string;
  scope: Scope;
  fields: string[] | null;
  effect: 'ALLOW' | 'DENY';
  boundTo: string | null;
}

interface FactsRow {
  tier: Tier;
  customer_id: string | null;
  teams: string[];
  departments: string[];
  subtrees: Record<string, string[]> | null;
  grants: GrantRow[];
}

/** Departments count as one's own by membership and by managing them, teams by membership and by leading them. */
const FACTS = `
  WITH RECURSIVE
    home AS (
      SELECT department_id AS id FROM user_department WHERE organization_id = $1 AND user_id = $2
      UNION SELECT id FROM department WHERE organization_id = $1 AND manager_id = $2),
    held AS (
      SELECT ur.role_id, ur.department_id FROM user_role ur
      JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
      JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id AND u.tier = ANY (r.tiers)
      WHERE ur.organization_id = $1 AND ur.user_id = $2),
    -- UNION, not UNION ALL: a ring of roles or departments could not keep it running.
    lineage AS (
      SELECT role_id, department_id FROM held
      UNION SELECT r.parent_id, l.department_id FROM role r JOIN lineage l ON r.id = l.role_id
        WHERE r.organization_id = $1 AND r.parent_id IS NOT NULL),
    tree AS (
      SELECT id AS root, id FROM home
      UNION SELECT department_id, department_id FROM held WHERE department_id IS NOT NULL
      UNION SELECT t.root, d.id FROM department d JOIN tree t ON d.parent_id = t.id WHERE d.organization_id = $1)
  SELECT u.tier, u.customer_id,
    ARRAY(SELECT team_id FROM team_member WHERE organization_id = $1 AND user_id = $2
          UNION SELECT id FROM team WHERE organization_id = $1 AND lead_id = $2 ORDER BY 1) AS teams,
    ARRAY(SELECT DISTINCT t.id FROM tree t JOIN home h ON h.id = t.root ORDER BY 1) AS departments,
    (SELECT jsonb_object_agg(root, ids) FROM (SELECT root, jsonb_agg(id ORDER BY id) AS ids FROM tree GROUP BY root) s) AS subtrees,
    (SELECT coalesce(jsonb_agg(g ORDER BY g), '[]') FROM (
       SELECT DISTINCT jsonb_build_object('permission', rg.permission, 'scope', rg.scope, 'fields', rg.fields, 'effect', rg.effect, 'boundTo', l.department_id) AS g
       FROM lineage l JOIN role_grant rg ON rg.organization_id = $1 AND rg.role_id = l.role_id) s) AS grants
  FROM user_account u WHERE u.organization_id = $1 AND u.id = $2`;

/**
 * What a person's rights follow from, in one statement.
 *
 * @param sql a transaction that is entered for the organization
 * @returns null when there is no such person
 */
export async function readRightsFacts(sql: SqlRunner, organizationId: string, userId: string): Promise<RightsFacts | null> {
  const [row] = (await sql.query(FACTS, [organizationId, userId])) as FactsRow[];
  if (!row) return null;
  return {
    userId,
    tier: row.tier,
    customerIds: row.customer_id ? [row.customer_id] : [],
    teamIds: row.teams,
    departmentIds: row.departments,
    subtrees: row.subtrees ?? {},
    grants: row.grants.map(({ fields, ...grant }): HeldGrant => ({ ...grant, ...(fields ? { fields } : {}) })),
  };
}
