import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { Relay } from '@throughline/platform/events';
import { newId } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { seedOrganization, type TestOrganization, type TestUser, until } from '@throughline/testing';
import { type ApiClient, bootApi, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { Socket } from './support/client.js';

const ROLE = 'role { id version name key tiers builtin holders parent { id } grants { id permission scope effect fields conditions { networks hours { days from to } states amountAtLeast amountAtMost } } } errors { code message path details }';
const mutation = (name: string, input: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${ROLE} } }`;
const CREATE = mutation('createRole', 'CreateRoleInput');
const UPDATE = mutation('updateRole', 'UpdateRoleInput');
const SET = mutation('setRoleGrants', 'SetRoleGrantsInput');
const GRANT = mutation('grantPermission', 'GrantPermissionInput');
const REVOKE = mutation('revokePermission', 'RevokePermissionInput');
const RESET = mutation('resetRoleToDefaults', 'ResetRoleInput');
const DELETE = 'mutation ($input: DeleteRoleInput!) { deleteRole(input: $input) { deletedId errors { code message path details } } }';
const SET_ROLES = 'mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { user { version } errors { code message path } } }';

interface Line { id: string; permission: string; scope: string; effect: string; fields: string[] | null }
interface Answered { id: string; version: number; holders: number; grants: Line[]; parent: { id: string } | null }
type Answer<Name extends string> = { [Key in Name]: { role: Answered; errors: { code: string; path: string[]; message: string }[] } };

describe('administration of roles', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let member: ApiClient;
  let elsewhere: ApiClient;
  /** Holds some rights, some of them narrow, and may administer roles. */
  let giver: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    [admin, member, elsewhere] = [await signInAs(api, agency.users.ADMIN.email), await signInAs(api, agency.users.TEAM_MEMBER.email), await signInAs(api, other.users.ADMIN.email)];
    const roleId = await role([
      ['role.read', 'ORGANIZATION'], ['role.create', 'ORGANIZATION'], ['role.update', 'ORGANIZATION'], ['role.grant', 'ORGANIZATION'], ['role.delete', 'ORGANIZATION'],
      ['user.read', 'ORGANIZATION'], ['user.assignRoles', 'ORGANIZATION'], ['lead.read', 'DEPARTMENT'], ['deal.read', 'ORGANIZATION'],
    ]);
    await line(roleId, 'deal.update', 'ORGANIZATION', { fields: ['name'] });
    await line(roleId, 'deal.win', 'ORGANIZATION', { conditions: { amountAtMost: '10000' } });
    await line(roleId, 'customer.read', 'ORGANIZATION');
    await line(roleId, 'customer.read', 'ORGANIZATION', { effect: 'DENY', fields: ['notes'] });
    const person = await agency.addUser({ name: 'Greta Giver', roles: [], departmentIds: [agency.departments.delivery] });
    await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, person.id, roleId]);
    giver = await signInAs(api, person.email);
  });
  afterAll(() => setUp?.close());

  let names = 0;
  async function role(grants: [string, string][] = [], parentId: string | null = null): Promise<string> {
    const id = newId();
    await owner.query("INSERT INTO role (id, organization_id, key, name, tiers, parent_id) VALUES ($1, $2, $3, $3, '{EMPLOYEE}', $4)", [id, agency.id, `ROLE ${++names}`, parentId]);
    for (const [permission, scope] of grants) await line(id, permission, scope);
    return id;
  }
  async function line(roleId: string, permission: string, scope: string, more: { effect?: string; fields?: string[]; conditions?: object } = {}): Promise<string> {
    const id = newId();
    await owner.query('INSERT INTO role_grant (id, organization_id, role_id, permission, scope, effect, fields, conditions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id, agency.id, roleId, permission, scope, more.effect ?? 'ALLOW', more.fields ?? null, more.conditions ? JSON.stringify(more.conditions) : null,
    ]);
    return id;
  }
  const someone = (): Promise<TestUser> => agency.addUser({ name: `Somebody ${++names}`, roles: ['TEAM_MEMBER'], departmentIds: [agency.departments.web] });
  const eventsOf = async (id: string): Promise<{ kind: string; changes: object }[]> => (await owner.query<{ kind: string; changes: object }>('SELECT e.kind, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 ORDER BY e.id', [id])).rows;
  const callers = () => ({ api, right: admin, wrongPerson: member, wrongOrganization: elsewhere });

  describe('is for those who may', () => {
    it('createRole, from scratch and as a copy', async () => {
      const copyOf = await role([['lead.read', 'ORGANIZATION']]);
      const { createRole: { role: made } } = await expectFourCallers<Answer<'createRole'>>({ ...callers(), operation: CREATE, variables: { input: { name: 'Night shift', tiers: ['EMPLOYEE'], copyOf } } });
      expect(made).toMatchObject({ version: 1, name: 'Night shift', tiers: ['EMPLOYEE'], builtin: false, holders: 0, parent: null, grants: [{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW', fields: null, conditions: null }] });
      expect(await eventsOf(made.id)).toEqual([{ kind: 'role.created', changes: expect.objectContaining({ name: { before: null, after: 'Night shift' }, grants: { before: null, after: [{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW' }] } }) as object }]);
      expect(codesOf(await admin.send(CREATE, { input: { name: 'Night shift', tiers: ['EMPLOYEE'] } }))).toEqual(['DUPLICATE']);
      expect(codesOf(await admin.send(CREATE, { input: { name: 'Both', tiers: ['EMPLOYEE', 'CLIENT'] } }))).toEqual(['VALIDATION_FAILED']);
      expect(codesOf(await admin.send(CREATE, { input: { name: 'Crossed', tiers: ['CLIENT'], copyOf } }))).toEqual(['VALIDATION_FAILED']);
    });

    it('updateRole', async () => {
      const [id, parentId] = [await role(), await role([['lead.read', 'ORGANIZATION']])];
      const { updateRole } = await expectFourCallers<Answer<'updateRole'>>({ ...callers(), operation: UPDATE, variables: { input: { id, version: 1, name: 'Renamed', description: 'New.', tiers: ['EMPLOYEE', 'SERVICE'], parentId } } });
      expect(updateRole.role).toMatchObject({ version: 2, name: 'Renamed', tiers: ['EMPLOYEE', 'SERVICE'], parent: { id: parentId } });
      expect((await eventsOf(id)).map(({ kind, changes }) => [kind, Object.keys(changes).sort()])).toEqual([['role.changed', ['description', 'name', 'parentId', 'tiers']]]);
      expect(codesOf(await admin.send(UPDATE, { input: { id, version: 1, name: 'Stale' } }))).toEqual(['CONFLICT']);
      expect(codesOf(await admin.send(UPDATE, { input: { id: parentId, version: 1, parentId: id } }))).toEqual(['VALIDATION_FAILED']);
    });

    it('deleteRole: not while it is held, unless another takes its place', async () => {
      const [id, replacementId] = [await role([['lead.read', 'ORGANIZATION']]), await role([['lead.read', 'ORGANIZATION']])];
      const child = await role([], id);
      const person = await someone();
      await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, person.id, id]);
      const held = await admin.send<{ deleteRole: { errors: object[] } }>(DELETE, { input: { id, version: 1 } });
      expect(held.data?.deleteRole.errors).toEqual([expect.objectContaining({ code: 'PRECONDITION_FAILED', path: ['replacementId'], message: expect.stringContaining('1 person holds this role, and these inherit from it') as string })]);
      await expectFourCallers({ ...callers(), operation: DELETE, variables: { input: { id, version: 1, replacementId } } });
      const { rows } = await owner.query('SELECT (SELECT count(*)::int FROM role WHERE id = $1) AS roles, (SELECT parent_id FROM role WHERE id = $2) AS parent, (SELECT count(*)::int FROM user_role WHERE user_id = $3 AND role_id = $4) AS moved', [id, child, person.id, replacementId]);
      expect(rows).toEqual([{ roles: 0, parent: replacementId, moved: 1 }]);
      expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['role.deleted']);
      expect(codesOf(await admin.send(DELETE, { input: { id: agency.roles.HR, version: 1, replacementId } }))).toEqual(['PRECONDITION_FAILED']);
    });

    it('grantPermission, setRoleGrants and revokePermission, with lines before and after in the event', async () => {
      const id = await role([['deal.read', 'DEPARTMENT']]);
      const conditions = { states: ['open'], amountAtMost: '500', networks: ['10.0.0.0/8'], hours: [{ days: [5, 1], from: '09:00', to: '17:00' }] };
      const { grantPermission } = await expectFourCallers<Answer<'grantPermission'>>({ ...callers(), operation: GRANT, variables: { input: { id, version: 1, grant: { permission: 'deal.win', scope: 'OWN', conditions } } } });
      const won = grantPermission.role.grants.find(({ permission }) => permission === 'deal.win');
      expect(won).toMatchObject({ scope: 'OWN', conditions: { ...conditions, states: ['OPEN'], hours: [{ days: [1, 5], from: '09:00', to: '17:00' }], amountAtLeast: null } });
      expect(codesOf(await admin.send(GRANT, { input: { id, version: 2, grant: { permission: 'deal.win', scope: 'OWN', conditions } } }))).toEqual(['DUPLICATE']);
      const { setRoleGrants } = await expectFourCallers<Answer<'setRoleGrants'>>({
        ...callers(), operation: SET, variables: { input: { id, version: 2, permission: 'deal.read', grants: [{ permission: 'deal.read', scope: 'ORGANIZATION' }, { permission: 'deal.read', scope: 'ORGANIZATION', effect: 'DENY', fields: ['amount'] }] } },
      });
      expect(setRoleGrants.role.grants.map(({ permission, scope, effect }) => `${permission}:${scope}:${effect}`).sort()).toEqual(['deal.read:ORGANIZATION:ALLOW', 'deal.read:ORGANIZATION:DENY', 'deal.win:OWN:ALLOW']);
      const { revokePermission } = await expectFourCallers<Answer<'revokePermission'>>({ ...callers(), operation: REVOKE, variables: { input: { id, version: 3, grantId: won?.id } } });
      expect(revokePermission.role).toMatchObject({ version: 4 });
      expect(revokePermission.role.grants).toHaveLength(2);
      const events = await eventsOf(id);
      expect(events.map(({ kind, changes }) => [kind, Object.keys(changes)])).toEqual([['role.granted', ['deal.win']], ['role.granted', ['deal.read']], ['role.granted', ['deal.win']]]);
      expect(events[1]!.changes).toEqual({ 'deal.read': {
        before: [{ permission: 'deal.read', scope: 'DEPARTMENT', effect: 'ALLOW' }],
        after: [{ permission: 'deal.read', scope: 'ORGANIZATION', effect: 'ALLOW' }, { permission: 'deal.read', scope: 'ORGANIZATION', effect: 'DENY', fields: ['amount'] }],
      } });
    });

    it('resetRoleToDefaults, of built-in roles', async () => {
      await owner.query("DELETE FROM role_grant WHERE role_id = $1 AND permission = 'lead.read'", [agency.roles.MARKETING]);
      await line(agency.roles.MARKETING, 'deal.win', 'OWN');
      const { resetRoleToDefaults } = await expectFourCallers<Answer<'resetRoleToDefaults'>>({ ...callers(), operation: RESET, variables: { input: { id: agency.roles.MARKETING, version: 1 } } });
      const permissions = resetRoleToDefaults.role.grants.map(({ permission }) => permission);
      expect([permissions.includes('lead.read'), permissions.includes('deal.win')]).toEqual([true, false]);
      expect(codesOf(await admin.send(RESET, { input: { id: await role(), version: 1 } }))).toEqual(['PRECONDITION_FAILED']);
    });

    it.each([
      ['a permission nobody declares', { permission: 'deal.eat', scope: 'OWN' }, 'grant.permission'],
      ['a scope the subject has no column for', { permission: 'product.read', scope: 'OWN' }, 'grant.scope'],
      ['a scope of clients', { permission: 'deal.read', scope: 'CUSTOMER' }, 'grant.scope'],
      ['a field that cannot be hidden', { permission: 'deal.read', scope: 'OWN', effect: 'DENY', fields: ['id'] }, 'grant.fields'],
      ['a field that does not exist', { permission: 'deal.update', scope: 'OWN', fields: ['color'] }, 'grant.fields'],
      ['masking what cannot be masked', { permission: 'deal.read', scope: 'OWN', effect: 'MASK', fields: ['amount'] }, 'grant.fields'],
      ['a state of what has none', { permission: 'product.read', scope: 'ORGANIZATION', conditions: { states: ['X'] } }, 'grant.conditions.states'],
      ['a state that it never has', { permission: 'deal.read', scope: 'ORGANIZATION', conditions: { states: ['WON', 'EATEN'] } }, 'grant.conditions.states.1'],
      ['a network that is none', { permission: 'deal.read', scope: 'OWN', conditions: { networks: ['10.0.0.0/99'] } }, 'grant.conditions.networks.0'],
      ['a time that is none', { permission: 'deal.read', scope: 'OWN', conditions: { hours: [{ days: [1], from: '9:00', to: '17:00' }] } }, 'grant.conditions.hours.0.from'],
      ['an eighth day', { permission: 'deal.read', scope: 'OWN', conditions: { hours: [{ days: [8], from: '09:00', to: '17:00' }] } }, 'grant.conditions.hours.0.days'],
    ])('refuses %s', async (_, grant, path) => {
      const answer = await admin.send<Answer<'grantPermission'>>(GRANT, { input: { id: await role(), version: 1, grant } });
      expect(answer.data?.grantPermission.errors.map(({ code, path: at }) => [code, at.join('.')])).toEqual([['VALIDATION_FAILED', path]]);
    });
  });

  describe('lets nobody give what they do not hold', () => {
    it.each([
      ['what they hold everywhere', { permission: 'deal.read', scope: 'OWN' }, []],
      ['what they hold in departments only', { permission: 'lead.read', scope: 'DEPARTMENT' }, ['FORBIDDEN']],
      ['what they do not hold', { permission: 'lead.convert', scope: 'OWN' }, ['FORBIDDEN']],
      ['the fields they hold', { permission: 'deal.update', scope: 'TEAM', fields: ['name'] }, []],
      ['more fields than they hold', { permission: 'deal.update', scope: 'TEAM', fields: ['name', 'amount'] }, ['FORBIDDEN']],
      ['every field of it', { permission: 'deal.update', scope: 'OWN' }, ['FORBIDDEN']],
      ['amounts up to theirs', { permission: 'deal.win', scope: 'OWN', conditions: { amountAtMost: '10000' } }, []],
      ['amounts beyond theirs', { permission: 'deal.win', scope: 'OWN', conditions: { amountAtMost: '10001' } }, ['FORBIDDEN']],
      ['no limit where they have one', { permission: 'deal.win', scope: 'OWN' }, ['FORBIDDEN']],
      ['a field that is hidden from them', { permission: 'customer.read', scope: 'ORGANIZATION' }, ['FORBIDDEN']],
      ['what takes away', { permission: 'lead.convert', scope: 'ORGANIZATION', effect: 'DENY' }, []],
    ])('%s: %j gives %j', async (_, grant, codes) => {
      expect(codesOf(await giver.send(GRANT, { input: { id: await role(), version: 1, grant } }))).toEqual(codes);
    });

    it('says before, how far they may give what', async () => {
      const { permissionMatrix } = await giver.ask<{ permissionMatrix: { subjects: { permissions: { name: string; grantable: string[] }[] }[] } }>('{ permissionMatrix(roleIds: []) { subjects { permissions { name grantable } } } }');
      const given = new Map(permissionMatrix.subjects.flatMap(({ permissions }) => permissions.map(({ name, grantable }) => [name, grantable])));
      expect(given.get('deal.read')).toEqual(expect.arrayContaining(['OWN', 'DEPARTMENT', 'ORGANIZATION']));
      expect(['lead.read', 'lead.convert', 'deal.win', 'deal.update'].map((name) => given.get(name))).toEqual([[], [], [], []]);
    });

    it('not by a parent, a copy, a replacement, an assignment, nor by taking a denial away', async () => {
      const strong = await role([['lead.convert', 'ORGANIZATION']]);
      const heir = await role([], strong);
      const weak = await role([['deal.read', 'ORGANIZATION']]);
      const denying = await role();
      const denial = await line(denying, 'lead.convert', 'ORGANIZATION', { effect: 'DENY' });
      const refused = async (operation: string, input: object): Promise<string[]> => codesOf(await giver.send(operation, { input }));
      expect(await refused(UPDATE, { id: weak, version: 1, parentId: strong })).toEqual(['FORBIDDEN']);
      expect(await refused(UPDATE, { id: weak, version: 1, parentId: heir })).toEqual(['FORBIDDEN']);
      expect(await refused(CREATE, { name: 'Copy', tiers: ['EMPLOYEE'], copyOf: strong })).toEqual(['FORBIDDEN']);
      expect(await refused(CREATE, { name: 'Heir', tiers: ['EMPLOYEE'], parentId: heir })).toEqual(['FORBIDDEN']);
      expect(await refused(DELETE, { id: weak, version: 1, replacementId: heir })).toEqual(['FORBIDDEN']);
      expect(await refused(REVOKE, { id: denying, version: 1, grantId: denial })).toEqual(['FORBIDDEN']);
      const person = await someone();
      await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, person.id, denying]);
      const kept = [{ roleId: agency.roles.TEAM_MEMBER }, { roleId: denying }];
      expect(await refused(SET_ROLES, { id: person.id, version: 1, roles: [...kept, { roleId: heir }] })).toEqual(['FORBIDDEN']);
      expect(await refused(SET_ROLES, { id: person.id, version: 1, roles: [{ roleId: agency.roles.TEAM_MEMBER }] })).toEqual(['FORBIDDEN']);
      expect(await refused(SET_ROLES, { id: person.id, version: 1, roles: [...kept, { roleId: weak }] })).toEqual([]);
      expect(await refused(DELETE, { id: denying, version: 1, replacementId: weak })).toEqual(['FORBIDDEN']);
    });

    it('gives what they hold in a department there and not elsewhere', async () => {
      const roleId = await role([['lead.read', 'DEPARTMENT']]);
      const give = async (departmentId: string | null): Promise<string[]> => codesOf(await giver.send(SET_ROLES, { input: { id: (await someone()).id, version: 1, roles: [{ roleId: agency.roles.TEAM_MEMBER }, { roleId, departmentId }] } }));
      // Greta belongs to Delivery; Web is below it. Roles held before are not given, so that of a team member stays.
      expect(await give(agency.departments.web)).toEqual([]);
      expect(await give(agency.departments.sales)).toEqual(['FORBIDDEN']);
      expect(await give(null)).toEqual(['FORBIDDEN']);
    });
  });

  it('leaves the superadmin\'s role as it is', async () => {
    const id = agency.roles.SUPERADMIN;
    const { grants } = (await admin.ask<{ role: Answered }>('query ($id: ID!) { role(id: $id) { grants { id } } }', { id })).role;
    for (const [operation, input] of [
      [UPDATE, { name: 'Mortal' }], [DELETE, { replacementId: agency.roles.ADMIN }], [SET, { grants: [] }], [GRANT, { grant: { permission: 'deal.win', scope: 'OWN' } }], [REVOKE, { grantId: grants[0]!.id }], [RESET, {}],
    ] as const) expect([operation, codesOf(await admin.send(operation, { input: { id, version: 1, ...input } }))]).toEqual([operation, ['FORBIDDEN']]);
    expect(codesOf(await admin.send(CREATE, { input: { name: 'Second superadmin', tiers: ['ADMIN'], copyOf: id } }))).toEqual([]);
  });

  it('keeps somebody who can put rights in order', async () => {
    const small = await seedOrganization(api.database, 'Small');
    await owner.query('UPDATE user_account SET status = $2 WHERE id = $1', [small.users.SUPERADMIN.id, 'INACTIVE']);
    const last = await signInAs(api, small.users.ADMIN.email);
    const { grants } = (await last.ask<{ role: Answered }>('query ($id: ID!) { role(id: $id) { grants { id permission } } }', { id: small.roles.ADMIN })).role;
    const of = (permission: string): string | undefined => grants.find((each) => each.permission === permission)?.id;
    const input = { id: small.roles.ADMIN, version: 1 };
    expect(codesOf(await last.send(REVOKE, { input: { ...input, grantId: of('role.grant') } }))).toEqual(['PRECONDITION_FAILED']);
    expect(codesOf(await last.send(SET, { input: { ...input, permission: 'user.assignRoles', grants: [{ permission: 'user.assignRoles', scope: 'OWN' }] } }))).toEqual(['PRECONDITION_FAILED']);
    expect(codesOf(await last.send(GRANT, { input: { ...input, grant: { permission: 'role.update', scope: 'ORGANIZATION', effect: 'DENY' } } }))).toEqual(['PRECONDITION_FAILED']);
    expect(codesOf(await last.send(REVOKE, { input: { ...input, grantId: of('deal.win') } }))).toEqual([]);
  });

  it('asks for a recent proof', async () => {
    const id = await role();
    await owner.query("UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1", [agency.users.ADMIN.id]);
    const answer = await admin.send<Answer<'grantPermission'>>(GRANT, { input: { id, version: 1, grant: { permission: 'deal.win', scope: 'OWN' } } });
    expect(answer.data?.grantPermission.errors).toEqual([expect.objectContaining({ code: 'PRECONDITION_FAILED', details: { reason: 'REAUTHENTICATE' } })]);
    await owner.query('UPDATE session SET proved_at = now() WHERE user_id = $1', [agency.users.ADMIN.id]);
  });

  it('takes effect at once on another instance: on its next request and on its open subscription', async () => {
    const second = await bootApi({ database: api.database });
    const relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: second.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
    try {
      const person = await someone();
      const roleId = await role([['deal.read', 'ORGANIZATION']]);
      await admin.ask(SET_ROLES, { input: { id: person.id, version: 1, roles: [{ roleId }] } });
      const client = await signInAs(second, person.email);
      const LIST = '{ deals(first: 1) { totalCount } }';
      expect(codesOf(await client.send(LIST))).toEqual([]);
      const socket = await Socket.open(second.url, { authorization: `Bearer ${client.cookie(ACCESS_COOKIE) ?? ''}` });
      socket.send({ type: 'connection_init' });
      await socket.next();
      socket.subscribe('1', 'subscription { recordChanges(subjects: ["deal"]) { position type } }', {});
      await socket.next();
      const { role: before } = await admin.ask<{ role: Answered }>('query ($id: ID!) { role(id: $id) { grants { id } } }', { id: roleId });
      await admin.ask(REVOKE, { input: { id: roleId, version: 1, grantId: before.grants[0]!.id } });
      expect(codesOf(await client.send(LIST))).toEqual(['FORBIDDEN']);
      const frame = await socket.next();
      expect(JSON.stringify(frame)).toContain('RESYNC');
      socket.close();
    } finally {
      await relay.stop();
      await second.close();
    }
    await until('the first instance to answer', async () => codesOf(await admin.send('{ viewer { id } }')).length === 0);
  });
});
