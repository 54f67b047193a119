import { newId } from '@throughline/platform/kernel';
import { BUILT_IN_ROLES, type BuiltInRole, type BuiltInRoleKey } from './built-in-roles.js';
import { type DefaultGrant, defaultGrantsOf } from './default-grants.js';

/** Whoever runs SQL as the owner or within one organization: a data source, an entity manager, a unit of work. */
export interface SqlRunner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

interface RoleRow {
  id: string;
  key: string;
  defaults_applied: string[];
}

const KEYS = Object.keys(BUILT_IN_ROLES) as BuiltInRoleKey[];

/**
 * Gives an organization the built-in roles it lacks, and every built-in role the default grants of permissions that
 * it was never given before. Repeating it changes nothing: what an organization edited or took away stays so. The
 * superadmin alone always holds everything. Fields that are hidden from clients came later than some organizations: they
 * are a default of their own, so that those get them too.
 *
 * @returns each role's id by its key
 */
export async function ensureBuiltInRoles(sql: SqlRunner, organizationId: string): Promise<Record<BuiltInRoleKey, string>> {
  const existing = await rolesOf(sql, organizationId);
  const ids = new Map(existing.map((role) => [role.key, role.id]));
  for (const key of KEYS) if (!ids.has(key)) ids.set(key, newId());
  const missing = KEYS.filter((key) => !existing.some((role) => role.key === key));
  if (missing.length > 0) await insertRoles(sql, organizationId, missing, ids);
  await grantDefaults(sql, organizationId, await rolesOf(sql, organizationId));
  return Object.fromEntries(KEYS.map((key) => [key, ids.get(key)!])) as Record<BuiltInRoleKey, string>;
}

async function rolesOf(sql: SqlRunner, organizationId: string): Promise<RoleRow[]> {
  return (await sql.query('SELECT id, key, defaults_applied FROM role WHERE organization_id = $1 AND builtin', [organizationId])) as RoleRow[];
}

async function insertRoles(sql: SqlRunner, organizationId: string, keys: BuiltInRoleKey[], ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = keys.map((key) => {
    const { name, description, tiers, parent }: BuiltInRole = BUILT_IN_ROLES[key];
    return { id: ids.get(key), key, name, description, tiers, parent_id: parent ? ids.get(parent) : null };
  });
  await sql.query(
    `INSERT INTO role (id, organization_id, key, name, description, builtin, tiers, parent_id)
     SELECT r.id, $1, r.key, r.name, r.description, true, r.tiers, r.parent_id
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, key text, name text, description text, tiers text[], parent_id uuid)`,
    [organizationId, JSON.stringify(rows)],
  );
}

async function grantDefaults(sql: SqlRunner, organizationId: string, roles: RoleRow[]): Promise<void> {
  const fresh = roles.flatMap((role) => defaultGrantsOf(role.key as BuiltInRoleKey)
    .filter((grant) => role.key === 'SUPERADMIN' || !role.defaults_applied.includes(appliedKey(grant)))
    .map((grant) => ({ id: newId(), role_id: role.id, applied: appliedKey(grant), ...grant })));
  if (fresh.length === 0) return;
  await sql.query(
    `INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect)
     SELECT g.id, $1, g.role_id, g.permission, g.scope, g.fields, coalesce(g.effect, 'ALLOW')
     FROM jsonb_to_recordset($2::jsonb) AS g (id uuid, role_id uuid, permission text, scope text, fields text[], effect text)
     ON CONFLICT DO NOTHING`,
    [organizationId, JSON.stringify(fresh)],
  );
  await sql.query(
    `UPDATE role SET defaults_applied = ARRAY(SELECT DISTINCT unnest(role.defaults_applied || given.permissions) ORDER BY 1)
     FROM (SELECT g.role_id, array_agg(g.applied) AS permissions FROM jsonb_to_recordset($2::jsonb) AS g (role_id uuid, applied text) GROUP BY 1) given
     WHERE role.organization_id = $1 AND role.id = given.role_id AND NOT role.defaults_applied @> given.permissions`,
    [organizationId, JSON.stringify(fresh)],
  );
}

/** Under what `defaults_applied` remembers a default: the permission, for hidden fields with their names. */
const appliedKey = ({ permission, effect, fields }: DefaultGrant): string => (effect === 'DENY' ? `${permission}#${[...(fields ?? [])].sort().join()}` : permission);
