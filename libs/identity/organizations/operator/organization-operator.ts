import type { SqlRunner } from '@throughline/identity/access';
import { tenantLinks, tenantTables } from './tenant-tables.js';

/** An organization as whoever runs the installation knows it. */
export interface OperatedOrganization {
  id: string;
  name: string;
  slug: string;
  status: 'ACTIVE' | 'SUSPENDED';
}

/** What an organization takes up; counts and sizes, nothing of its business. */
export interface Usage {
  people: Record<string, number>;
  lastSignInAt: Date | null;
  tables: { name: string; rows: number; bytes: number }[];
}

/** What the operator cannot do as asked; the message is for them. */
export class OperatorRefusal extends Error {}

/** @throws OperatorRefusal for an unknown slug */
export async function findOrganization(sql: SqlRunner, slug: string): Promise<OperatedOrganization> {
  const [organization] = (await sql.query('SELECT id, name, slug, status FROM organization WHERE slug = $1', [slug])) as OperatedOrganization[];
  if (!organization) throw new OperatorRefusal(`There is no organization "${slug}".`);
  return organization;
}

/** Rows and bytes by table, the largest first; empty tables are left out. */
export async function usageOf(sql: SqlRunner, id: string): Promise<Usage> {
  const people = (await sql.query("SELECT tier, count(*)::int AS count, max(last_sign_in_at) AS last FROM user_account WHERE organization_id = $1 AND status = 'ACTIVE' GROUP BY tier", [id])) as { tier: string; count: number; last: Date | null }[];
  const tables: Usage['tables'] = [];
  for (const { name } of await tenantTables(sql)) {
    const [row] = (await sql.query(`SELECT count(*)::int AS rows, coalesce(sum(pg_column_size(t.*)), 0)::float8 AS bytes FROM "${name}" t WHERE organization_id = $1`, [id])) as { rows: number; bytes: number }[];
    if (row && row.rows > 0) tables.push({ name, ...row });
  }
  const times = people.map(({ last }) => last?.getTime() ?? 0);
  return {
    people: Object.fromEntries(people.map(({ tier, count }) => [tier, count])),
    lastSignInAt: Math.max(0, ...times) > 0 ? new Date(Math.max(...times)) : null,
    tables: tables.sort((a, b) => b.bytes - a.bytes),
  };
}

/**
 * Lets nobody of an organization in any more, or lets them in again; what they have open notices at once, because rights are
 * looked up anew.
 *
 * @throws OperatorRefusal when it is so already
 */
export async function setSuspended(sql: SqlRunner, organization: OperatedOrganization, suspended: boolean): Promise<void> {
  const status = suspended ? 'SUSPENDED' : 'ACTIVE';
  if (organization.status === status) throw new OperatorRefusal(`${organization.slug} is ${status.toLowerCase()} already.`);
  await sql.query('UPDATE organization SET status = $2, version = version + 1, updated_at = now(), access_version = access_version + 1 WHERE id = $1', [organization.id, status]);
  await sql.query("SELECT set_config('app.organization_id', $1, true)", [organization.id]);
  await sql.query('SELECT app.record_events($1::jsonb)', [JSON.stringify([{
    kind: suspended ? 'organization.suspended' : 'organization.resumed', subject: 'organization', subject_id: organization.id, related: [], actor_tier: 'SYSTEM',
    access_before: {}, access_after: {}, changes: { status: { before: organization.status, after: status } },
  }])]);
}

/**
 * How many people an organization may have, from now on; those who are there stay.
 *
 * @param users null for any number
 */
export async function setUserLimit(sql: SqlRunner, organization: OperatedOrganization, users: number | null): Promise<void> {
  const [before] = (await sql.query('SELECT user_limit AS "limit" FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organization.id])) as { limit: number | null }[];
  await sql.query('UPDATE organization SET user_limit = $2, version = version + 1, updated_at = now() WHERE id = $1', [organization.id, users]);
  await sql.query("SELECT set_config('app.organization_id', $1, true)", [organization.id]);
  await sql.query('SELECT app.record_events($1::jsonb)', [JSON.stringify([{
    kind: 'organization.limited', subject: 'organization', subject_id: organization.id, related: [], actor_tier: 'SYSTEM',
    access_before: {}, access_after: {}, changes: { userLimit: { before: before?.limit ?? null, after: users } },
  }])]);
}

/**
 * Removes an organization and everything of it; runs in the caller's transaction.
 *
 * @param typedName the organization's name as the operator typed it
 * @param queueTables tables of the queue whose `data` names the organization of each job
 * @returns rows removed by table
 * @throws OperatorRefusal unless it is suspended and the name is right
 */
export async function deleteOrganization(sql: SqlRunner, organization: OperatedOrganization, typedName: string, queueTables: readonly string[]): Promise<Map<string, number>> {
  const { id, slug, name } = organization;
  if (organization.status !== 'SUSPENDED') throw new OperatorRefusal(`${slug} is in use. Suspend it first.`);
  if (typedName !== name) throw new OperatorRefusal('The name is not right; nothing was removed.');
  const removed = new Map<string, number>();
  const remove = async (table: string, where: string): Promise<void> => {
    const [row] = (await sql.query(`WITH gone AS (DELETE FROM ${table} WHERE ${where} RETURNING 1) SELECT count(*)::int AS rows FROM gone`, [id])) as { rows: number }[];
    if (row && row.rows > 0) removed.set(table, row.rows);
  };
  for (const table of queueTables) await remove(table, 'strpos(data::text, $1::text) > 0');
  for (const table of await deletionOrder(sql, id)) await remove(`"${table}"`, 'organization_id = $1');
  await remove('organization', 'id = $1');
  return removed;
}

/** Tables in an order that no foreign key minds; links of a ring are emptied on the way. */
async function deletionOrder(sql: SqlRunner, id: string): Promise<string[]> {
  const waiting = new Set((await tenantTables(sql)).map(({ name }) => name));
  let links = (await tenantLinks(sql)).filter(({ from, to }) => waiting.has(from) && waiting.has(to));
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].find((table) => !links.some(({ to }) => to === table));
    if (free) {
      order.push(free);
      waiting.delete(free);
      links = links.filter(({ from }) => from !== free);
      continue;
    }
    links = await cut(sql, id, links);
  }
  return order;
}

/** Empties the first link that may be empty. @throws Error when tables can only go together, which no migration may bring about */
async function cut(sql: SqlRunner, id: string, links: TenantLinks): Promise<TenantLinks> {
  for (const link of links) {
    if (link.nullable.length === 0) continue;
    await sql.query('SAVEPOINT cut');
    try {
      await sql.query(`UPDATE "${link.from}" SET ${link.nullable.map((column) => `"${column}" = NULL`).join(', ')} WHERE organization_id = $1`, [id]);
      await sql.query('RELEASE SAVEPOINT cut');
      return links.filter((other) => other !== link);
    } catch {
      // A rule of the table wants a value there: another link of the ring will do.
      await sql.query('ROLLBACK TO SAVEPOINT cut');
    }
  }
  throw new Error(`These tables cannot be emptied one after the other: ${[...new Set(links.map(({ from }) => from))].join(', ')}.`);
}

type TenantLinks = Awaited<ReturnType<typeof tenantLinks>>;
