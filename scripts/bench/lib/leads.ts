import type { Client } from 'pg';
import type { TestOrganization } from '../../../libs/testing/organization.js';
import { madeId } from './made.js';

/** Leads of the yardstick data set, two in three in the sales department; the same rows for the same seed. */
export async function insertLeads(client: Client, organization: TestOrganization, seed: number, count: number): Promise<void> {
  const owners = [organization.users.SALES_CLOSER.id, organization.users.SALES_AGENT.id, organization.users.SALES_MANAGER.id];
  const departments = [organization.departments.sales, organization.departments.sales, organization.departments.marketing];
  await client.query(
    `INSERT INTO lead (id, organization_id, display_name, name, company, email, phone, dedupe_key, source, status, owner_id, department_id, budget_minor, currency, score, created_at)
     SELECT ${madeId(`'lead' || g`, '$5')},
       $1, n.name, n.name, 'Company ' || (g % 20000), 'lead' || g || '@example.org', '+49 30 ' || g, 'lead' || g, (ARRAY['WEB', 'CSV', 'REFERRAL'])[1 + g % 3],
       (ARRAY['NEW', 'CONTACTED', 'QUALIFIED', 'LOST'])[1 + g % 4], ($2::uuid[])[1 + g % 3], ($3::uuid[])[1 + g % 3], ((g + $5::bigint) * 7919) % 1000000, 'USD', (g + $5::bigint) % 101,
       timestamptz '2025-01-01' + g * interval '5 minutes'
     FROM generate_series(1, $4::int) g
     CROSS JOIN LATERAL (SELECT (ARRAY['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara'])[1 + g % 5] || ' ' || initcap(substr(md5((g * 31 + $5::bigint)::text), 1, 8)) AS name) n`,
    [organization.id, owners, departments, count, seed],
  );
}
