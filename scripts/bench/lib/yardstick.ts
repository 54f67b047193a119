import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FieldNode, Kind, parse, print, separateOperations, visit } from 'graphql';
import { ACCESS_COOKIE } from '../../../libs/identity/auth/cookies.js';
import { ApiClient } from '../../../libs/testing/api/session.js';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser } from '../../../libs/testing/organization.js';
import { asOwner, type BenchDatabase } from './database.js';
import { insertDeals } from './deals.js';
import { insertLeads } from './leads.js';
import type { ServerProcess } from './processes.js';
import { insertProjects } from './work.js';

const FEATURES = resolve(import.meta.dirname, '../../../apps/web/src/features');
const LEADS = 100_000;
const PROJECTS = 20_000;
const DEALS = 20_000;

/** Raised whenever the generated rows change: what lies there from before is then thrown away. */
export const YARDSTICK_EDITION = 1;

/** The organization with the yardstick data set; made once for each seed and kept. */
export async function organizationOf(database: BenchDatabase, seed: number): Promise<TestOrganization> {
  const organization = await storedOrganization(database) ?? (await generate(database, seed));
  // As autovacuum would leave it, also after a migration or the status changes of an earlier run.
  await asOwner(database.ownerUrl, (client) => client.query('VACUUM ANALYZE'));
  return organization;
}

async function storedOrganization(database: BenchDatabase): Promise<TestOrganization | undefined> {
  return asOwner(database.ownerUrl, async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS bench_set (organization jsonb NOT NULL)');
    return (await client.query<{ organization: TestOrganization }>('SELECT organization FROM bench_set')).rows[0]?.organization;
  });
}

async function generate(database: BenchDatabase, seed: number): Promise<TestOrganization> {
  process.stderr.write(`generating ${LEADS} leads, ${DEALS} deals and ${PROJECTS} projects of 25 tasks ...\n`);
  const organization = await seedOrganization(database, 'Bench');
  await asOwner(database.ownerUrl, async (client) => {
    await insertLeads(client, organization, seed, LEADS);
    await insertProjects(client, organization, seed, PROJECTS);
    await insertDeals(client, organization, seed, DEALS);
    await client.query('INSERT INTO bench_set VALUES ($1)', [JSON.stringify(organization)]);
  });
  return organization;
}

/** Headers of a signed-in person. */
export async function signedIn(server: ServerProcess, { email }: TestUser): Promise<Record<string, string>> {
  const client = await new ApiClient(`http://127.0.0.1:${server.port}`).signIn(email, TEST_PASSWORD);
  return { cookie: `${ACCESS_COOKIE}=${client.cookie(ACCESS_COOKIE) ?? ''}` };
}

/** A document of the web application with the fragments it uses, as Apollo Client sends it: type names in every selection but the operation's own. */
export function webDocument(file: string, operation: string): string {
  const parsed = separateOperations(parse(readFileSync(resolve(FEATURES, file), 'utf8')))[operation];
  if (!parsed) throw new Error(`${file} has no operation ${operation}.`);
  const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return print(visit(parsed, {
    SelectionSet: (set, _key, parent) => (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION ? undefined : { ...set, selections: [...set.selections, typeName] }),
  }));
}
