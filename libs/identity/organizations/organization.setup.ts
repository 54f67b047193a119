import { ensureBuiltInRoles, type BuiltInRoleKey, type SqlRunner } from '@throughline/identity/access';
import { newId } from '@throughline/platform/kernel';

/** A new tenant. */
export interface NewOrganization {
  name: string;
  /** Small letters, digits and hyphens; unique in the installation. */
  slug: string;
  /** ISO 4217; USD when absent. */
  currency?: string;
  /** IANA name; UTC when absent. */
  timeZone?: string;
}

/**
 * Creates an organization with the built-in roles, as the installation's operator: the application's own role may not.
 *
 * @param sql a transaction of the owner
 * @returns its id and each role's id by key
 * @throws QueryFailedError uq_organization_slug, ck_organization_slug
 */
export async function createOrganization(sql: SqlRunner, organization: NewOrganization): Promise<{ id: string; roles: Record<BuiltInRoleKey, string> }> {
  const id = newId();
  await sql.query('INSERT INTO organization (id, name, slug, currency, time_zone) VALUES ($1, $2, $3, $4, $5)', [
    id, organization.name, organization.slug, organization.currency ?? 'USD', organization.timeZone ?? 'UTC',
  ]);
  return { id, roles: await ensureBuiltInRoles(sql, id) };
}
