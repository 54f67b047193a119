import type { Effect, GrantConditions, Scope } from '@throughline/platform/access';
import type { Tier } from '@throughline/platform/kernel';
import { withinMaker } from './grant-cover.js';
import type { HeldGrant, RightsFacts } from './rights.js';
import type { SqlRunner } from './role-setup.js';

interface GrantRow {
  permission: string;
  scope: Scope;
  fields: string[] | null;
  effect: Effect;
  conditions: GrantConditions | null;
  boundTo: string | null;
}

interface ViewRow {
  sessionId: string;
  asUserId: string | null;
  asRoleId: string | null;
  name: string;
  /** Milliseconds left, by the database's clock. */
  left: number;
}

interface FactsRow {
  tier: Tier;
  customer_id: string | null;
  teams: string[];
  departments: string[];
  subtrees: Record<string, string[]> | null;
  grants: GrantRow[];
  zone: string;
  currency: string;
  /** Milliseconds until the first exception runs out, by the database's clock. */
  exceptions_left: number | null;
  /** Of a program: who made its key. */
  maker: string | null;
  views: ViewRow[];
}

/** Departments count as one's own by membership and by managing them, teams by membership and by leading them. */
const factsOf = (user: string): string => `
  WITH RECURSIVE
    home AS (
      SELECT department_id AS id FROM user_department WHERE organization_id = $1 AND user_id = ${user}
      UNION SELECT id FROM department WHERE organization_id = $1 AND manager_id = ${user}),
    held AS (
      SELECT ur.role_id, ur.department_id FROM user_role ur
      JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
      JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id AND u.tier = ANY (r.tiers)
      WHERE ur.organization_id = $1 AND ur.user_id = ${user}),
    -- UNION, not UNION ALL: a ring of roles or departments could not keep it running.
    lineage AS (
      SELECT role_id, department_id FROM held
      UNION SELECT r.parent_id, l.department_id FROM role r JOIN lineage l ON r.id = l.role_id
        WHERE r.organization_id = $1 AND r.parent_id IS NOT NULL),
    tree AS (
      SELECT id AS root, id FROM home
      UNION SELECT department_id, department_id FROM held WHERE department_id IS NOT NULL
      UNION SELECT t.root, d.id FROM department d JOIN tree t ON d.parent_id = t.id WHERE d.organization_id = $1)
  SELECT u.tier, u.customer_id, (SELECT time_zone FROM organization WHERE id = $1) AS zone, (SELECT currency FROM organization WHERE id = $1) AS currency,
    CASE WHEN u.tier = 'SERVICE' THEN (SELECT k.created_by_id FROM api_key k WHERE k.organization_id = $1 AND k.account_id = u.id) END AS maker,
    (SELECT floor(extract(epoch FROM min(expires_at) - clock_timestamp()) * 1000)::float8 FROM user_grant
      WHERE organization_id = $1 AND user_id = ${user} AND expires_at > clock_timestamp()) AS exceptions_left,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('sessionId', v.session_id, 'asUserId', v.as_user_id, 'asRoleId', v.as_role_id,
       'name', coalesce(p.name, vr.name), 'left', floor(extract(epoch FROM v.ends_at - clock_timestamp()) * 1000))), '[]')
      FROM view_as v LEFT JOIN user_account p ON p.organization_id = $1 AND p.id = v.as_user_id
      LEFT JOIN role vr ON vr.organization_id = $1 AND vr.id = v.as_role_id
      WHERE v.organization_id = $1 AND v.user_id = ${user} AND v.ended_at IS NULL AND v.ends_at > clock_timestamp()) AS views,
    ARRAY(SELECT team_id FROM team_member WHERE organization_id = $1 AND user_id = ${user}
          UNION SELECT id FROM team WHERE organization_id = $1 AND lead_id = ${user} ORDER BY 1) AS teams,
    ARRAY(SELECT DISTINCT t.id FROM tree t JOIN home h ON h.id = t.root ORDER BY 1) AS departments,
    (SELECT jsonb_object_agg(root, ids) FROM (SELECT root, jsonb_agg(id ORDER BY id) AS ids FROM tree GROUP BY root) s) AS subtrees,
    (SELECT coalesce(jsonb_agg(g ORDER BY g), '[]') FROM (
       SELECT DISTINCT jsonb_build_object('permission', rg.permission, 'scope', rg.scope, 'fields', rg.fields, 'effect', rg.effect, 'conditions', rg.conditions, 'boundTo', l.department_id) AS g
       FROM lineage l JOIN role_grant rg ON rg.organization_id = $1 AND rg.role_id = l.role_id
       UNION SELECT jsonb_build_object('permission', e.permission, 'scope', e.scope, 'fields', e.fields, 'effect', e.effect, 'conditions', e.conditions, 'boundTo', NULL)
       FROM user_grant e WHERE e.organization_id = $1 AND e.user_id = ${user} AND (e.expires_at IS NULL OR e.expires_at > clock_timestamp())) s) AS grants
  FROM user_account u WHERE u.organization_id = $1 AND u.id = ${user}`;

const FACTS = factsOf('$2');
const FACTS_OF_MANY = `SELECT p.id AS user_id, f.* FROM unnest($2::uuid[]) WITH ORDINALITY AS p(id, place), LATERAL (${factsOf('p.id')}) f ORDER BY p.place`;

/**
 * What a person's rights follow from, in one statement; of a program in two: it keeps what its maker still holds.
 *
 * @param sql a transaction that is entered for the organization
 * @returns null when there is no such person
 */
export async function readRightsFacts(sql: SqlRunner, organizationId: string, userId: string): Promise<RightsFacts | null> {
  const [row] = (await sql.query(FACTS, [organizationId, userId])) as FactsRow[];
  if (!row) return null;
  const maker = row.maker ? await readRightsFacts(sql, organizationId, row.maker) : null;
  return maker ? withinMaker(maker, rightsFacts(userId, row)) : rightsFacts(userId, row);
}

/** The same of several people, in one statement (two with programs among them) and in their order; those who do not exist are left out. */
export async function readRightsFactsOf(sql: SqlRunner, organizationId: string, userIds: readonly string[]): Promise<(RightsFacts & { userId: string })[]> {
  const rows = (await sql.query(FACTS_OF_MANY, [organizationId, userIds])) as (FactsRow & { user_id: string })[];
  const makers = [...new Set(rows.flatMap(({ maker }) => maker ?? []))];
  const known = new Map((makers.length > 0 ? await readRightsFactsOf(sql, organizationId, makers) : []).map((maker) => [maker.userId, maker]));
  return rows.map(({ user_id: userId, ...row }) => {
    const maker = row.maker ? known.get(row.maker) : undefined;
    return maker ? withinMaker(maker, rightsFacts(userId, row)) : rightsFacts(userId, row);
  });
}

function rightsFacts(userId: string, row: FactsRow): RightsFacts & { userId: string } {
  const now = Date.now();
  const views = row.views.map(({ left, ...view }) => ({ ...view, until: now + left }));
  const ends = [...(row.exceptions_left === null ? [] : [now + row.exceptions_left]), ...views.map(({ until }) => until)];
  return {
    userId,
    tier: row.tier,
    customerIds: row.customer_id ? [row.customer_id] : [],
    teamIds: row.teams,
    departmentIds: row.departments,
    subtrees: row.subtrees ?? {},
    grants: row.grants.map(heldGrant),
    zone: row.zone,
    currency: row.currency,
    expiresAt: ends.length === 0 ? null : Math.min(...ends),
    views,
  };
}

function heldGrant({ fields, conditions, ...grant }: GrantRow): HeldGrant {
  return { ...grant, ...(fields ? { fields } : {}), ...(conditions ? { conditions } : {}) };
}

/** The lines of a role with everything it inherits, as somebody who holds it everywhere has them. */
export async function readRoleLines(sql: SqlRunner, organizationId: string, roleId: string): Promise<{ tier: Tier; grants: HeldGrant[] } | null> {
  const [row] = (await sql.query(
    `WITH RECURSIVE lineage AS (
       SELECT id, parent_id FROM role WHERE organization_id = $1 AND id = $2
       UNION SELECT p.id, p.parent_id FROM role p JOIN lineage l ON p.id = l.parent_id WHERE p.organization_id = $1)
     SELECT r.tiers[1] AS tier, (SELECT coalesce(jsonb_agg(jsonb_build_object(
       'permission', g.permission, 'scope', g.scope, 'fields', g.fields, 'effect', g.effect, 'conditions', g.conditions, 'boundTo', NULL)), '[]')
       FROM lineage l JOIN role_grant g ON g.organization_id = $1 AND g.role_id = l.id) AS grants
     FROM role r WHERE r.organization_id = $1 AND r.id = $2`,
    [organizationId, roleId],
  )) as { tier: Tier; grants: GrantRow[] }[];
  return row ? { tier: row.tier, grants: row.grants.map(heldGrant) } : null;
}
