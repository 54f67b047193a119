import { type Authenticator, definePermissions, defineSubject, compileAbility } from '../../access/index.js';
import { OpenSockets } from '../../graphql/index.js';
import { EventReader } from '../../events/index.js';
import { EventHarness, silent } from '../../events/testing/harness.js';
import { LocalTransport } from '../../events/testing/local-transport.js';
import { type Actor, newId, refuse } from '../../kernel/index.js';
import type { ChangeIterator } from './change-iterator.js';
import type { RecordChange } from './record-change.object.js';
import { RecordChanges } from './record-changes.service.js';

defineSubject({ name: 'lead', table: 'lead', label: 'lead', columns: { departmentId: 'department_id', ownerId: 'owner_id' } });
definePermissions('lead', { read: 'See it.' });

describe('recordChanges', () => {
  let harness: EventHarness;
  let reader: EventReader<RecordChange>;
  let organizationId: string;
  let iterators: ChangeIterator[];
  /** The access version of the new organization: setting it up moves it. */
  let inForce: string;
  const transport = new LocalTransport();
  const sockets = new OpenSockets();
  const reloadAbility = jest.fn<Promise<Actor>, [Actor]>();

  const person = (departmentIds: string[]): Actor => harness.actor(organizationId, {
    userId: newId(), tier: 'EMPLOYEE', accessVersion: inForce, abilityVersion: `lead in ${departmentIds.join()}`,
    ability: compileAbility([{ permission: 'lead.read', scope: 'DEPARTMENT', effect: 'ALLOW' }], { userId: null, teamIds: [], departmentIds, customerIds: [] }),
  });
  const changes = (): RecordChanges => new RecordChanges(reader, { reloadAbility } as unknown as Authenticator, sockets);
  const open = async (actor: Actor, after: string | null = null): Promise<ChangeIterator> => {
    const iterator = await changes().open(actor, { subjects: ['lead'], after });
    iterators.push(iterator);
    return iterator;
  };
  const happen = async (departmentId: string): Promise<void> => {
    await harness.write(organizationId, { access: { before: { departmentId }, after: { departmentId } } });
    await harness.assign();
    await transport.publish('positions', [{ organizationId, position: Number.MAX_SAFE_INTEGER }]);
  };
  const next = async (iterator: ChangeIterator): Promise<unknown> => (await iterator.next()).value;

  beforeAll(async () => {
    harness = await EventHarness.open();
    reader = new EventReader<RecordChange>(harness.log, transport, silent, { lookMs: 3_600_000 });
    await reader.start();
  });
  beforeEach(async () => {
    organizationId = await harness.organization();
    inForce = (await harness.owner.query<{ version: string }>('SELECT access_version AS version FROM organization WHERE id = $1', [organizationId])).rows[0]!.version;
    iterators = [];
    reloadAbility.mockReset();
  });
  afterEach(async () => {
    for (const iterator of iterators) await iterator.return?.();
  });
  afterAll(async () => {
    reader.stop();
    await harness.close();
  });

  it('starts with the present position and goes on with what happens to visible records', async () => {
    const department = newId();
    await happen(department);
    const iterator = await open(person([department]));
    expect(await next(iterator)).toEqual({ recordChanges: { position: '1', type: 'ADVANCED', subject: null, id: null, kind: null, occurredAt: null, carried: [], progress: [] } });
    const waiting = next(iterator);
    await happen(newId());
    await happen(department);
    expect(await waiting).toMatchObject({ recordChanges: { position: '3', type: 'CHANGED', subject: 'lead', kind: 'lead.changed' } });
  });

  it('brings everything since the last position', async () => {
    const department = newId();
    for (let count = 0; count < 3; count++) await happen(department);
    const iterator = await open(person([department]), '1');
    expect([await next(iterator), await next(iterator)]).toMatchObject([{ recordChanges: { position: '2' } }, { recordChanges: { position: '3' } }]);
  });

  it('hands the same object to everybody who is told the same', async () => {
    const actor = person([newId()]);
    const [one, two] = [await open(actor), await open({ ...actor, userId: newId() })];
    await next(one);
    await next(two);
    const [first, second] = [next(one), next(two)];
    await happen(actor.abilityVersion.slice('lead in '.length));
    const told = (await first) as { recordChanges: RecordChange };
    expect(told.recordChanges.type).toBe('CHANGED');
    expect(((await second) as typeof told).recordChanges).toBe(told.recordChanges);
  });

  it('asks for the rights of now when they have changed, and sends the receiver to load afresh', async () => {
    const [before, after] = [newId(), newId()];
    const iterator = await open(person([before]));
    await next(iterator);
    reloadAbility.mockImplementation(async (actor) => Object.assign(actor, person([after]), { accessVersion: String(BigInt(inForce) + 1n) }));
    await harness.owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [organizationId]);
    await happen(before);
    expect(await next(iterator)).toMatchObject({ recordChanges: { type: 'RESYNC', position: '0' } });
    const waiting = next(iterator);
    await happen(after);
    expect(await waiting).toMatchObject({ recordChanges: { type: 'CHANGED', position: '2' } });
    expect(reloadAbility).toHaveBeenCalledTimes(1);
  });

  it('ends subscription and sockets when the person may not sign in any more', async () => {
    const [actor, other] = [{ ...person([newId()]), sessionId: newId() }, { ...person([]), sessionId: newId() }];
    await harness.owner.query("INSERT INTO user_account (id, organization_id, email, name, tier, status) VALUES ($1, $2, $3, 'A', 'EMPLOYEE', 'ACTIVE')", [actor.userId, organizationId, `${actor.userId}@example.com`]);
    await harness.owner.query("INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')", [actor.sessionId, organizationId, actor.userId]);
    const closed: string[] = [];
    for (const [name, whose] of [['theirs', actor], ['another', other]] as const) sockets.add({ actor: whose, close: (code) => closed.push(`${name} ${code}`) });
    const iterator = await open(actor);
    await next(iterator);
    reloadAbility.mockRejectedValue(refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.'));
    await harness.owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [organizationId]);
    const waiting = iterator.next();
    await happen(newId());
    await expect(waiting).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(closed).toEqual(['theirs 4401']);
  });

  it('ends at once when the receiver goes away while it waits', async () => {
    const iterator = await open(person([newId()]));
    await next(iterator);
    const waiting = iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(reader.size).toBe(0);
  });

  it.each([
    [{ subjects: ['nonsense'] }, 'subjects.0', 'There is no such subject. Known are: lead.'],
    [{ subjects: [] }, 'subjects', 'Name 1 to 30 subjects, or leave them out for all.'],
    [{ recordId: 'x' }, 'recordId', 'A record id is a UUID.'],
    [{ after: '-1' }, 'after', 'A position is what an earlier message carried, for example "1042".'],
    [{ after: '1e3' }, 'after', 'A position is what an earlier message carried, for example "1042".'],
    [{ after: '9'.repeat(16) }, 'after', 'A position is what an earlier message carried, for example "1042".'],
  ])('refuses %j', async (args, path, message) => {
    await expect(changes().open(person([]), args)).rejects.toMatchObject({ problems: [{ code: 'VALIDATION_FAILED', path: path.split('.'), message }] });
  });
});
