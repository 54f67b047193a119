import type { ErrorCode } from '@throughline/platform/kernel';
import { Client } from 'pg';
import type { TestApi } from './boot-api.js';
import { ApiClient, type GraphqlAnswer } from './session.js';

/** One operation and the people who try it; sign them in with `signInAs` before. */
export interface FourCallers {
  api: Pick<TestApi, 'url' | 'database'>;
  /** The GraphQL document, with one root field. */
  operation: string;
  variables?: object;
  /** May do it. */
  right: ApiClient;
  /** Of the same organization, without the permission or the record. */
  wrongPerson: ApiClient;
  /** May do it in another organization. */
  wrongOrganization: ApiClient;
  /** What the refused are told, where it is not the usual: FORBIDDEN to the wrong person, NOT_FOUND in the wrong organization. */
  codes?: { wrongPerson?: ErrorCode; wrongOrganization?: ErrorCode };
  /** Why this mutation writes no event (AUD-01); every other one must. */
  withoutEvent?: string;
  /**
   * For an operation that names nothing of an organization, such as making something new: id of the organization it is tried
   * on. The other organization may do it for itself, and not a row of this one may change.
   */
  separately?: string;
}

/**
 * Tries an operation as nobody, as the wrong person, from the wrong organization and as the right person. The first
 * three must be refused with the right code and leave every row of the database as it was, but for the log of refusals; the
 * last must succeed and, with a mutation, write an event.
 *
 * @returns what the right person was answered
 */
export async function expectFourCallers<Data = Record<string, unknown>>(test: FourCallers): Promise<Data> {
  const { api, operation, variables, codes = {}, separately } = test;
  const refused: [string, ApiClient, ErrorCode][] = [
    ['nobody', new ApiClient(api.url), 'UNAUTHENTICATED'],
    ['the wrong person', test.wrongPerson, codes.wrongPerson ?? 'FORBIDDEN'],
  ];
  if (separately === undefined) refused.push(['the wrong organization', test.wrongOrganization, codes.wrongOrganization ?? 'NOT_FOUND']);
  const before = await contents(api.database.ownerUrl);
  const told: Record<string, string[]> = {};
  for (const [name, client] of refused) told[name] = codesOf(await client.send(operation, variables));
  expect(told).toEqual(Object.fromEntries(refused.map(([name, , code]) => [name, [code]])));
  expect(await contents(api.database.ownerUrl)).toEqual(before);
  if (separately !== undefined) {
    const ours = await contents(api.database.ownerUrl, separately);
    await test.wrongOrganization.ask(operation, variables);
    expect(await contents(api.database.ownerUrl, separately)).toEqual(ours);
  }
  const lastEvent = await lastEventOf(api.database.ownerUrl);
  const answer = await test.right.ask<Data>(operation, variables);
  if (/^\s*mutation\b/.test(operation) && test.withoutEvent === undefined) {
    expect(`last event ${await lastEventOf(api.database.ownerUrl)}`).not.toBe(`last event ${lastEvent}`);
  }
  return answer;
}

/** Every code of an answer, from the top and from the payload. */
export function codesOf({ data, errors }: GraphqlAnswer<unknown>): string[] {
  const inside = Object.values((data ?? {}) as Record<string, { errors?: { code: string }[] } | null>).flatMap((value) => value?.errors ?? []);
  return [...errors.map(({ extensions }) => extensions.code), ...inside.map(({ code }) => code)];
}

/** Refusals are written apart from the requests that were refused, at any moment: of the log everything else is compared. */
const WITHOUT_REFUSALS: Readonly<Record<string, string>> = {
  event: `WHERE t.kind <> 'access.refused'`,
  ...Object.fromEntries(['event_detail', 'event_pending', 'event_position'].map((table) =>
    [table, `WHERE NOT EXISTS (SELECT FROM event e WHERE e.id = t.event_id AND e.kind = 'access.refused')`])),
};

/** A digest of all rows by table; only of what belongs to an organization when one is named. */
async function contents(ownerUrl: string, organizationId: string | null = null): Promise<Record<string, string>> {
  return withClient(ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string; tenant: boolean }>(
      `SELECT relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id') AS tenant
       FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`);
    const digests = tables.filter(({ tenant }) => tenant || organizationId === null).map(({ name, tenant }) =>
      `(SELECT concat(count(*), ' rows ', md5(string_agg(t::text, ',' ORDER BY t::text))) FROM "${name}" t
        ${WITHOUT_REFUSALS[name] ?? 'WHERE true'} AND ($1::uuid IS NULL ${tenant ? 'OR t.organization_id = $1' : ''})) AS "${name}"`);
    const { rows } = await client.query<Record<string, string>>(`SELECT ${digests.join(', ')}`, [organizationId]);
    return rows[0] ?? {};
  });
}

/** The number of the last event that is no refusal; '0' before the first. */
async function lastEventOf(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(`SELECT coalesce(max(id), 0)::text AS id FROM event WHERE kind <> 'access.refused'`);
    return rows[0]?.id ?? '0';
  });
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
