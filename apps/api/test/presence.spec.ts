import { Client } from 'pg';
import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { newId } from '@throughline/platform/kernel';
import { Relay } from '@throughline/platform/events';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { seedOrganization, type TestOrganization, type TestUser } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { type Frame, Socket } from './support/client.js';

const PRESENCE = `subscription ($userIds: [ID!], $subject: String, $recordId: ID) {
  presence(userIds: $userIds, subject: $subject, recordId: $recordId) { people { userId name state lastSeenAt } here { userId name mode side } }
}`;
const ANNOUNCE = 'mutation ($input: AnnouncePresenceInput!) { announcePresence(input: $input) { errors { code message path } } }';

interface State { people: { userId: string; state: string; lastSeenAt: string | null }[]; here: { name: string; mode: string; side: string }[] }

/** One open `presence`. */
class Watch {
  private constructor(private readonly socket: Socket) {}

  static async open(api: TestApi, client: ApiClient, variables: object): Promise<Watch> {
    const socket = await Socket.open(api.url, { authorization: `Bearer ${client.cookie(ACCESS_COOKIE) ?? ''}` });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.subscribe('1', PRESENCE, variables);
    return new Watch(socket);
  }

  next(): Promise<Frame> {
    return this.socket.next();
  }

  /** The next state in which something holds; every state in between is returned too. */
  async until(holds: (state: State) => boolean): Promise<State[]> {
    const states: State[] = [];
    for (;;) {
      const frame = await this.next();
      const state = ('payload' in frame ? frame.payload as { data?: { presence: State } } : {}).data?.presence;
      if (!state) throw new Error(`No state: ${JSON.stringify(frame)}`);
      states.push(state);
      if (holds(state)) return states;
    }
  }

  close(): void {
    this.socket.close();
  }
}

const here = ({ here: people }: State): string[] => people.map(({ name, mode }) => `${name} ${mode}`);
const somebody = (name: string, mode = 'VIEWING') => (state: State): boolean => here(state).includes(`${name} ${mode}`);
const nobody = (state: State): boolean => state.here.length === 0;

describe('presence', () => {
  let api: TestApi;
  let second: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let stranger: TestOrganization;
  let relay: Relay;
  let customerId: string;
  let projectId: string;
  let channelId: string;
  let client: TestUser;
  let otherClient: TestUser;
  const open: Watch[] = [];

  const watch = async (on: TestApi, who: ApiClient, variables: object): Promise<Watch> => {
    const made = await Watch.open(on, who, variables);
    open.push(made);
    return made;
  };
  const announce = (who: ApiClient, input: object): Promise<unknown> => who.ask(ANNOUNCE, { input });
  const project = (): { subject: string; recordId: string } => ({ subject: 'project', recordId: projectId });
  const channel = (): { subject: string; recordId: string } => ({ subject: 'channel', recordId: channelId });

  async function makeProject(organization: TestOrganization, customerId: string): Promise<string> {
    const id = newId();
    await owner.query(`INSERT INTO project (id, organization_id, number, name, status, customer_id, department_id, currency, shared_with_client) VALUES ($1, $2, $3, 'Website', 'IN_PROGRESS', $4, $5, 'USD', true)`,
      [id, organization.id, `P-${id.slice(-8)}`, customerId, organization.departments.web]);
    return id;
  }

  beforeAll(async () => {
    api = await bootApi();
    second = await bootApi({ database: api.database });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [agency, stranger] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Elsewhere')];
    customerId = await agency.addCustomer();
    client = await agency.addUser({ name: 'Carl Client', roles: ['CLIENT_OWNER'], customerId });
    otherClient = await agency.addUser({ name: 'Olga Other', roles: ['CLIENT_OWNER'], customerId: await agency.addCustomer('Other') });
    relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
  });
  beforeEach(async () => {
    projectId = await makeProject(agency, customerId);
    channelId = newId();
    await owner.query(`INSERT INTO channel (id, organization_id, kind, name, record_subject, record_id, two_sided) VALUES ($1, $2, 'PROJECT', 'Website', 'project', $3, true)`, [channelId, agency.id, projectId]);
  });
  afterEach(() => open.splice(0).forEach((each) => each.close()));
  afterAll(async () => {
    await relay.stop();
    await owner.end();
    await second.close();
    await api.close();
  });

  it('tells whoever sees the record who else is there, on every process, and not of oneself', async () => {
    const [lead, member] = [await signInAs(api, agency.users.TEAM_LEAD.email), await signInAs(second, agency.users.TEAM_MEMBER.email)];
    const [watching, own] = [await watch(api, lead, project()), await watch(second, member, project())];
    expect(await watching.until(() => true)).toEqual([{ people: [], here: [] }]);
    expect(await own.until(() => true)).toEqual([{ people: [], here: [] }]);
    await announce(member, { ...project(), mode: 'EDITING' });
    expect((await watching.until(somebody('team member', 'EDITING'))).at(-1)?.here).toEqual([{ userId: agency.users.TEAM_MEMBER.id, name: 'team member', mode: 'EDITING', side: 'INTERNAL' }]);
    await announce(lead, { ...project(), mode: 'TYPING' });
    expect(here((await own.until(somebody('team lead', 'TYPING'))).at(-1)!)).toEqual(['team lead TYPING']);
    await announce(member, { ...project(), mode: 'GONE' });
    await watching.until(nobody);
  });

  it('tells who is online, away and gone, of people one may see', async () => {
    const [lead, member] = [await signInAs(api, agency.users.TEAM_LEAD.email), await signInAs(second, agency.users.QA_REVIEWER.email)];
    const reviewer = agency.users.QA_REVIEWER.id;
    const watching = await watch(api, lead, { userIds: [reviewer, stranger.users.TEAM_LEAD.id] });
    const is = (state: string) => ({ people }: State): boolean => people[0]?.state === state;
    const [first] = await watching.until(() => true);
    expect(first?.people).toEqual([{ userId: reviewer, name: 'qa reviewer', state: 'OFFLINE', lastSeenAt: expect.any(String) as string }]);
    const screen = await watch(second, member, {});
    await watching.until(is('ONLINE'));
    await announce(member, { mode: 'AWAY' });
    await watching.until(is('AWAY'));
    await announce(member, { mode: 'VIEWING' });
    expect((await watching.until(is('ONLINE'))).at(-1)?.people[0]?.lastSeenAt).toBeNull();
    screen.close();
    expect((await watching.until(is('OFFLINE'))).at(-1)?.people[0]?.lastSeenAt).not.toBeNull();
  });

  it('tells a client of staff in a channel on their side only, and never of the internal one', async () => {
    const [carl, lead, manager] = [await signInAs(api, client.email), await signInAs(second, agency.users.TEAM_LEAD.email), await signInAs(api, agency.users.ACCOUNT_MANAGER.email)];
    const [atChannel, atProject, staff] = [await watch(api, carl, { ...channel(), userIds: [agency.users.TEAM_LEAD.id, client.id] }), await watch(api, carl, project()), await watch(second, manager, channel())];
    await atChannel.until(() => true);
    await atProject.until(() => true);
    await announce(lead, { ...channel(), mode: 'TYPING' });
    await announce(lead, { ...project(), mode: 'EDITING' });
    await staff.until(somebody('team lead', 'TYPING'));
    await announce(manager, { ...channel(), mode: 'TYPING', side: 'CLIENT' });
    const states = await atChannel.until(somebody('account manager', 'TYPING'));
    expect(states.flatMap(here)).toEqual(['account manager TYPING']);
    // Of people, a client knows their own company's.
    expect(states.flatMap(({ people }) => people.map(({ userId }) => userId)).every((id) => id === client.id)).toBe(true);
    await announce(carl, { ...channel(), mode: 'TYPING', side: 'INTERNAL' });
    expect((await staff.until(somebody('Carl Client', 'TYPING'))).at(-1)?.here.find(({ name }) => name === 'Carl Client')?.side).toBe('CLIENT');
    const colleague = await agency.addUser({ name: 'Cora Colleague', roles: ['CLIENT_MEMBER'], customerId });
    await announce(await signInAs(second, colleague.email), { ...project(), mode: 'VIEWING' });
    expect((await atProject.until(somebody('Cora Colleague'))).flatMap(here)).toEqual(['Cora Colleague VIEWING']);
  });

  it('opens for nobody who may not see the record', async () => {
    const people = [await signInAs(api, otherClient.email), await signInAs(api, agency.users.HR.email), await signInAs(api, stranger.users.ADMIN.email)];
    for (const person of people) {
      const refused = await watch(api, person, project());
      expect(await refused.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
    }
    const asked = await watch(api, people[0]!, channel());
    expect(await asked.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  });

  it.each<[string, object]>([
    ['an id that is none', { userIds: ['x'] }], ['too many people', { userIds: Array.from({ length: 201 }, () => newId()) }], ['an unknown kind of record', { subject: 'nonsense', recordId: newId() }],
    ['half a record', { subject: 'project' }], ['the other half', { recordId: newId() }], ['a record id that is none', { subject: 'project', recordId: 'x' }],
  ])('refuses %s', async (_, variables) => {
    const refused = await watch(api, await signInAs(api, agency.users.TEAM_LEAD.email), variables);
    expect(await refused.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'VALIDATION_FAILED' } }] } });
  });

  it('tells no more of a record that was lost, and of it again when it is back', async () => {
    const [lead, manager] = [await signInAs(api, agency.users.TEAM_LEAD.email), await signInAs(second, agency.users.ACCOUNT_MANAGER.email)];
    const watching = await watch(api, lead, project());
    await announce(manager, { ...project(), mode: 'EDITING' });
    await watching.until(somebody('account manager', 'EDITING'));
    const admin = await signInAs(api, agency.users.ADMIN.email);
    const move = async (departmentId: string): Promise<void> => {
      const { rows } = await owner.query<{ version: number }>('SELECT version FROM project WHERE id = $1', [projectId]);
      await admin.ask('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { errors { code message path } } }', { input: { id: projectId, version: rows[0]!.version, departmentId } });
    };
    await move(agency.departments.marketing);
    await watching.until(nobody);
    await announce(manager, { ...project(), mode: 'TYPING' });
    await move(agency.departments.web);
    expect((await watching.until((state) => !nobody(state))).flatMap(here)).toEqual(['account manager TYPING']);
  });

  it('tells no more when the rights themselves are taken, and ends with the session', async () => {
    const analyst = await agency.addUser({ name: 'Anna Analyst', roles: ['ANALYST'] });
    const [anna, manager] = [await signInAs(second, analyst.email), await signInAs(api, agency.users.ACCOUNT_MANAGER.email)];
    const watching = await watch(second, anna, project());
    const ofAnna = await watch(api, manager, { userIds: [analyst.id], ...project() });
    await ofAnna.until(({ people }) => people[0]?.state === 'ONLINE');
    await announce(anna, { ...project(), mode: 'VIEWING' });
    await ofAnna.until(somebody('Anna Analyst'));
    await announce(manager, { ...project(), mode: 'VIEWING' });
    await watching.until(somebody('account manager'));
    await owner.query('DELETE FROM user_role WHERE user_id = $1', [analyst.id]);
    await watching.until(nobody);
    await owner.query(`UPDATE session SET revoked_at = now(), revoked_reason = 'ENDED_BY_ADMIN' WHERE user_id = $1`, [analyst.id]);
    let frame = await watching.next();
    while (!('closed' in frame)) frame = await watching.next();
    expect(frame.closed).toBe(4401);
    // Whoever is signed out is gone from everywhere at once.
    await ofAnna.until((state) => state.people[0]?.state === 'OFFLINE' && nobody(state));
  });

  it('is not announced while an administrator views as somebody else', async () => {
    const admin = await signInAs(api, agency.users.SUPERADMIN.email);
    const lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    const watching = await watch(api, lead, { userIds: [agency.users.SUPERADMIN.id, agency.users.PROJECT_MANAGER.id], ...project() });
    expect((await watching.until(() => true)).at(-1)?.people.map(({ state }) => state)).toEqual(['OFFLINE', 'OFFLINE']);
    await admin.ask('mutation ($input: StartViewAsInput!) { startViewAs(input: $input) { errors { code message path } } }', { input: { userId: agency.users.PROJECT_MANAGER.id, reason: 'To see what they see' } });
    await watch(api, admin, project());
    expect(codesOf(await admin.send(ANNOUNCE, { input: { ...project(), mode: 'EDITING' } }))).toEqual(['FORBIDDEN']);
    const manager = await signInAs(api, agency.users.ACCOUNT_MANAGER.email);
    await announce(manager, { ...project(), mode: 'EDITING' });
    const states = await watching.until(somebody('account manager', 'EDITING'));
    expect(states.flatMap(({ people }) => people.map(({ state }) => state)).every((state) => state === 'OFFLINE')).toBe(true);
    expect(states.flatMap(here)).toEqual(['account manager EDITING']);
  });

  it('refuses what it does not understand, and too much of it', async () => {
    const person = await signInAs(api, agency.users.SUPPORT_AGENT.email);
    const told = async (input: object): Promise<string[]> => codesOf(await person.send(ANNOUNCE, { input }));
    expect(await told({ mode: 'TYPING' })).toEqual(['VALIDATION_FAILED']);
    expect(await told({ ...project(), subject: 'nonsense', mode: 'TYPING' })).toEqual(['VALIDATION_FAILED']);
    expect(await told({ subject: 'project', mode: 'VIEWING' })).toEqual(['VALIDATION_FAILED']);
    expect(await told({ ...project(), recordId: newId(), mode: 'VIEWING' })).toEqual(['NOT_FOUND']);
    const codes = new Set<string>();
    for (let count = 0; count < 40; count++) for (const code of await told({ ...project(), mode: 'VIEWING' })) codes.add(code);
    expect([...codes]).toEqual(['RATE_LIMITED']);
  });

  it('is announced by whoever sees the record, and leaves no trace', async () => {
    // It would give the refusals' events their positions meanwhile.
    await relay.stop();
    await expectFourCallers({
      api, operation: ANNOUNCE, variables: { input: { ...project(), mode: 'VIEWING' } }, withoutEvent: 'Where somebody is at this moment is kept nowhere.',
      right: await signInAs(api, agency.users.TEAM_LEAD.email), wrongPerson: await signInAs(api, agency.users.HR.email), wrongOrganization: await signInAs(api, stranger.users.TEAM_LEAD.email),
      codes: { wrongPerson: 'NOT_FOUND' },
    });
  });
});
