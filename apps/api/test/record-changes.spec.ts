import { DataSource } from 'typeorm';
import { ACCESS_COOKIE } from '@throughline/identity/auth';
import type { EventInput } from '@throughline/platform/database';
import { UnitOfWork } from '@throughline/platform/database';
import { Relay } from '@throughline/platform/events';
import { newId } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { type TestOrganization, seedOrganization, testActor } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { type Frame, Socket } from './support/client.js';

const CHANGES = `subscription ($subjects: [String!], $recordId: ID, $after: String) {
  recordChanges(subjects: $subjects, recordId: $recordId, after: $after) { position type subject id kind occurredAt progress { node id workTotal workDone basisPoints status } }
}`;

describe('recordChanges over WebSocket', () => {
  let api: TestApi;
  let organization: TestOrganization;
  let relay: Relay;

  const open = async (email: string): Promise<Socket> => {
    const client = await signInAs(api, email);
    const socket = await Socket.open(api.url, { authorization: `Bearer ${client.cookie(ACCESS_COOKIE) ?? ''}` });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    return socket;
  };
  const happen = (event: Partial<EventInput>): Promise<void> => api.app.nest.get(UnitOfWork).run(testActor({ organizationId: organization.id, userId: null, tier: 'SYSTEM' }), async (work) => {
    work.record({ kind: 'deal.changed', subject: 'deal', subjectId: newId(), access: { before: {}, after: {} }, ...event });
  });
  const told = (frame: Frame): unknown => ('payload' in frame ? (frame.payload as { data?: { recordChanges: unknown } }).data?.recordChanges ?? frame : frame);

  beforeAll(async () => {
    api = await bootApi();
    organization = await seedOrganization(api.database);
    relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await api.close();
  });

  it('tells a person what happens to what they may see, live and after a lost connection', async () => {
    const departmentId = organization.departments.sales;
    const socket = await open(organization.users.SALES_MANAGER.email);
    socket.subscribe('1', CHANGES, { subjects: ['deal'] });
    const first = told(await socket.next()) as { position: string };
    expect(first).toMatchObject({ type: 'ADVANCED', subject: null });
    const subjectId = newId();
    const access = { departmentId };
    await happen({ subjectId, kind: 'deal.won', access: { before: access, after: access } });
    await happen({ subjectId, access: { before: { departmentId: newId() }, after: { departmentId: newId() } } });
    await happen({ subjectId, access: { before: access, after: null }, kind: 'deal.deleted' });
    const position = Number(first.position);
    const changed = { position: String(position + 1), type: 'CHANGED', subject: 'deal', id: subjectId, kind: 'deal.won', progress: [] };
    expect(told(await socket.next())).toMatchObject(changed);
    expect(told(await socket.next())).toMatchObject({ position: String(position + 3), type: 'REMOVED', id: subjectId, kind: null });
    socket.close();

    const again = await open(organization.users.SALES_MANAGER.email);
    again.subscribe('1', CHANGES, { subjects: ['deal'], after: first.position });
    expect(told(await again.next())).toMatchObject(changed);
    expect(told(await again.next())).toMatchObject({ position: String(position + 3), type: 'REMOVED' });
    again.close();
  });

  it('refuses what it does not understand', async () => {
    const socket = await open(organization.users.SALES_MANAGER.email);
    for (const [id, variables] of Object.entries({ a: { after: 'x' }, b: { recordId: 'x' }, c: { subjects: ['x'] } })) {
      socket.subscribe(id, CHANGES, variables);
      expect(await socket.next()).toMatchObject({ id, payload: { errors: [{ extensions: { code: 'VALIDATION_FAILED' } }] } });
      expect(await socket.next()).toEqual({ id, type: 'complete' });
    }
    socket.close();
  });

  it('ends the socket when its session is ended', async () => {
    const socket = await open(organization.users.SALES_CLOSER.email);
    socket.subscribe('1', CHANGES);
    expect(told(await socket.next())).toMatchObject({ type: 'ADVANCED' });
    const owner = await new DataSource({ type: 'postgres', url: api.database.ownerUrl }).initialize();
    await owner.query("UPDATE session SET revoked_at = now(), revoked_reason = 'ENDED_BY_ADMIN' WHERE user_id = $1", [organization.users.SALES_CLOSER.id]);
    await owner.destroy();
    let frame = await socket.next();
    while (!('closed' in frame)) frame = await socket.next();
    expect(frame.closed).toBe(4401);
  });

  it('sends people whose rights changed to load afresh', async () => {
    const socket = await open(organization.users.SALES_AGENT.email);
    socket.subscribe('1', CHANGES, { subjects: ['deal'] });
    expect(told(await socket.next())).toMatchObject({ type: 'ADVANCED' });
    const owner = await new DataSource({ type: 'postgres', url: api.database.ownerUrl }).initialize();
    await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), organization.id, organization.users.SALES_AGENT.id, organization.roles.SALES_MANAGER]);
    await owner.destroy();
    expect(told(await socket.next())).toMatchObject({ type: 'RESYNC' });
    socket.close();
  });
});
