import type { TestSwitch } from '../../../libs/platform/kernel/test-switch.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { type ApiClient, signInAs } from '../../../libs/testing/api/session.js';
import { ApiClient as Client } from '../../../libs/testing/api/session.js';
import { firstProblem } from './verdict.js';
import type { World } from './world.js';

/** A check that the default grants do not exercise, with a situation in which it refuses. */
export interface SpecialCheck {
  name: TestSwitch;
  prepare?(): Promise<void>;
  /** Asks what should be refused. */
  letsThrough(): Promise<boolean>;
  restore?(): Promise<void>;
}

const VIEWER = '{ viewer { id } }';
const lookUp = (type: string): string => `query ($id: ID!) { ${type}(id: $id) { id } }`;

/** Sessions, networks, conditions, masks and read-only fields, each with somebody whose grants make it decide. */
export async function specialChecks(world: World): Promise<SpecialCheck[]> {
  const { probes } = world;
  const somebody = async (...grants: object[]): Promise<ApiClient> => {
    const person = await world.agency.addUser({ name: `Special ${newId().slice(-6)}`, roles: [] });
    for (const grant of grants) await exception(world, person.id, grant);
    return signInAs(world.api, person.email);
  };
  const writer = await somebody({ permission: 'lead.read' }, { permission: 'lead.update', fields: ['company'] });
  const ofWon = await somebody({ permission: 'deal.read', conditions: { states: ['WON'] } });
  const fromElsewhere = await somebody({ permission: 'customer.read', conditions: { networks: ['203.0.113.0/24'] } });
  const masked = await somebody({ permission: 'contact.read' }, { permission: 'contact.read', effect: 'MASK', fields: ['email'] });
  await world.owner.query(`UPDATE contact SET email = 'unmasked@example.test' WHERE id = $1`, [probes['contact']]);
  const seen = async (client: ApiClient, query: string, id?: string): Promise<boolean> => firstProblem(await client.send(query, id ? { id } : undefined)) === null;
  return [
    {
      name: 'writes',
      letsThrough: async () => firstProblem(await writer.send('mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { errors { code message path } } }', {
        input: { id: probes['lead'], version: 1_000_000, name: 'Another' },
      }))?.code === 'CONFLICT',
    },
    { name: 'conditions', letsThrough: async () => (await renew(world), seen(ofWon, lookUp('deal'), probes['deal'])) },
    { name: 'context', letsThrough: async () => (await renew(world), seen(fromElsewhere, lookUp('customer'), probes['customer'])) },
    {
      name: 'masks:contact',
      letsThrough: async () => {
        await renew(world);
        return JSON.stringify((await masked.send('query ($id: ID!) { contact(id: $id) { email } }', { id: probes['contact'] })).data).includes('unmasked@example.test');
      },
    },
    { name: 'session', letsThrough: await endedSession(world) },
    await foreignNetwork(world),
  ];
}

async function exception(world: World, userId: string, grant: { permission?: string; fields?: string[]; effect?: string; conditions?: object }): Promise<void> {
  await world.owner.query(
    `INSERT INTO user_grant (id, organization_id, user_id, permission, scope, fields, effect, conditions, reason) VALUES ($1, $2, $3, $4, 'ORGANIZATION', $5, $6, $7, 'Mutation check')`,
    [newId(), world.agency.id, userId, grant.permission, grant.fields ?? null, grant.effect ?? 'ALLOW', grant.conditions ? JSON.stringify(grant.conditions) : null],
  );
}

/** Compiled rights are kept until the organization's version moves on. */
const renew = async (world: World): Promise<void> => void (await world.owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [world.agency.id]));

async function endedSession(world: World): Promise<SpecialCheck['letsThrough']> {
  const { email } = await world.agency.addUser({ name: 'Gone Already', roles: ['ANALYST'] });
  const session = await signInAs(world.api, email);
  const kept = new Client(world.api.url);
  kept.bearer = session.cookie('tl_access') ?? null;
  await session.ask('mutation { signOut { errors { code } } }');
  return async () => firstProblem(await kept.send('{ leads { nodes { id } } }')) === null;
}

async function foreignNetwork(world: World): Promise<SpecialCheck> {
  const { email } = await world.agency.addUser({ name: 'Far Away', roles: ['ANALYST'] });
  const client = await signInAs(world.api, email);
  const set = (networks: string): Promise<unknown> => world.owner.query('UPDATE security_policy SET allowed_networks = $2 WHERE organization_id = $1', [world.agency.id, networks]);
  const { rows } = await world.owner.query<{ networks: string }>('SELECT allowed_networks::text AS networks FROM security_policy WHERE organization_id = $1', [world.agency.id]);
  const before = rows[0]?.networks;
  if (before === undefined) throw new Error('The organization has no security policy.');
  const change = async (networks: string): Promise<void> => (await set(networks), renew(world));
  return { name: 'network', prepare: () => change('{203.0.113.0/24}'), letsThrough: async () => firstProblem(await client.send(VIEWER)) === null, restore: () => change(before) };
}
