import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditKey } from '../seal/audit-key.js';
import { HeadSigner } from '../seal/head-signer.js';
import { EventHarness, silent } from '../testing/harness.js';
import { describeFinding, type Finding } from './findings.js';
import { headFiles } from './signed-heads-file.js';
import { type LogReport, verifyLog } from './verify-log.js';

describe('verifying the event log', () => {
  let harness: EventHarness;
  let folder: string;
  let key: AuditKey;
  let signer: HeadSigner;
  let organizationId: string;

  beforeEach(async () => {
    harness = await EventHarness.open();
    folder = mkdtempSync(join(tmpdir(), 'audit-'));
    key = AuditKey.inFolder(folder);
    signer = newSigner();
    organizationId = await harness.organization();
    const other = await harness.organization();
    const request = { id: 'request', address: '203.0.113.7', userAgent: 'Browser' };
    for (let count = 0; count < 8; count++) {
      await harness.unitOfWork.run(harness.actor(organizationId, { request }), async (work) => {
        work.record({ kind: `lead.changed${count}`, subject: 'lead', subjectId: other, access: { before: {}, after: {} }, changes: { score: { before: count, after: count + 1 } } });
      });
    }
    await harness.write(other);
    await harness.assign();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await harness.close();
  });

  const newSigner = (): HeadSigner => new HeadSigner({ key, folder, connectionString: harness.database.relayUrl, logger: silent, print: false });
  const verify = (keys = [key]): Promise<LogReport> => verifyLog(harness.owner, { files: headFiles(folder), keys });
  const eventAt = async (position: number): Promise<string> => {
    const { rows: [row] } = await harness.owner.query<{ id: string }>('SELECT event_id::text AS id FROM event_position WHERE organization_id = $1 AND position = $2', [organizationId, position]);
    return row?.id ?? '';
  };
  /** As whoever owns the database, foreign keys or not. */
  const tamper = async (...statements: string[]): Promise<void> => {
    await harness.owner.query(`SET session_replication_role = replica; ${statements.join('; ')}; SET session_replication_role = DEFAULT`);
  };
  /** Computes an organization's chain anew from its rows, as the relay would have. */
  const rechain = (): Promise<unknown> => harness.owner.query(
    `DO $$ DECLARE link bytea := ''; row record; BEGIN
       FOR row IN SELECT p.position, e FROM event_position p JOIN event e ON e.id = p.event_id WHERE p.organization_id = '${organizationId}' ORDER BY p.position LOOP
         link := app.chain_hash(link, row.position, row.e);
         UPDATE event_position SET hash = link WHERE organization_id = '${organizationId}' AND position = row.position;
       END LOOP;
       UPDATE organization_position SET hash = link, position = (SELECT max(position) FROM event_position WHERE organization_id = '${organizationId}')
         WHERE organization_id = '${organizationId}';
     END $$`);
  const first = async (): Promise<Pick<Finding, 'damage' | 'position' | 'eventId'>[]> =>
    (await verify()).findings.map(({ damage, position, eventId }) => ({ damage, position, eventId }));

  it('finds nothing in a log as it was written, signed or not', async () => {
    expect(await verify()).toEqual({ organizations: 2, events: 9, signedEvents: 0, signedHeads: 0, findings: [] });
    expect(await signer.sign()).toBe(2);
    expect(await verify()).toEqual({ organizations: 2, events: 9, signedEvents: 9, signedHeads: 2, findings: [] });
  });

  it('signs what moved, once, and goes on after a restart', async () => {
    expect([await signer.sign(), await signer.sign()]).toEqual([2, 0]);
    await harness.write(organizationId);
    await harness.assign();
    signer = newSigner();
    expect([await signer.sign(), await signer.sign()]).toEqual([1, 0]);
    expect(await verify()).toMatchObject({ events: 10, signedEvents: 10, signedHeads: 3, findings: [] });
  });

  it('keeps key and heads to itself', async () => {
    await signer.sign();
    expect([join(folder, 'key.pem'), join(folder, 'heads.jsonl')].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(AuditKey.inFolder(folder).id).toBe(key.id);
  });

  it.each([
    ['kind', `'lead.lost'`], ['actor_id', 'gen_random_uuid()'], ['occurred_at', `occurred_at - interval '1 day'`], ['detail_digest', `sha256('x')`], ['subject_id', 'gen_random_uuid()'],
  ])('names the event whose %s was altered', async (column, value) => {
    const eventId = await eventAt(3);
    await tamper(`UPDATE event SET ${column} = ${value} WHERE id = ${eventId}`);
    expect(await first()).toEqual([{ damage: 'EVENT_ALTERED', position: 3, eventId }]);
  });

  it.each([
    ['changed values', (id: string) => `UPDATE event_detail SET changes = '{"score": {"before": 0, "after": 9}}' WHERE event_id = ${id}`, 'DETAIL_ALTERED'],
    ['the address', (id: string) => `UPDATE event SET address = '198.51.100.1' WHERE id = ${id}`, 'DETAIL_ALTERED'],
    ['the origin taken away', (id: string) => `UPDATE event SET address = NULL, user_agent = NULL WHERE id = ${id}`, 'DETAIL_ALTERED'],
    ['details taken away', (id: string) => `DELETE FROM event_detail WHERE event_id = ${id}`, 'DETAIL_MISSING'],
    ['the event taken away', (id: string) => `DELETE FROM event WHERE id = ${id}`, 'EVENT_MISSING'],
  ])('names the event with %s', async (_, statement, damage) => {
    const eventId = await eventAt(5);
    await tamper(statement(eventId));
    expect(await first()).toEqual([{ damage, position: 5, eventId }]);
  });

  it('names positions taken out of the middle, and the event that lost its own', async () => {
    const eventId = await eventAt(4);
    await tamper(`DELETE FROM event_position WHERE organization_id = '${organizationId}' AND position = 4`);
    expect(await first()).toEqual([{ damage: 'POSITIONS_REMOVED', position: 4, eventId: null }, { damage: 'POSITION_MISSING', position: null, eventId }]);
  });

  it('notices an event that was put in beside the chain', async () => {
    await tamper(`INSERT INTO event (organization_id, kind, subject, subject_id, actor_tier, request_id, detail_digest) VALUES ('${organizationId}', 'lead.won', 'lead', gen_random_uuid(), 'ADMIN', 'x', '')`);
    expect(await first()).toMatchObject([{ damage: 'POSITION_MISSING', position: null }]);
  });

  it('names the first of two events that changed places', async () => {
    const [two, three] = [await eventAt(2), await eventAt(3)];
    await tamper(
      `UPDATE event_position SET event_id = -1 WHERE event_id = ${two}`, `UPDATE event_position SET event_id = ${two} WHERE event_id = ${three}`,
      `UPDATE event_position SET event_id = ${three} WHERE event_id = -1`,
    );
    expect(await first()).toEqual([{ damage: 'EVENT_ALTERED', position: 2, eventId: three }]);
  });

  it('notices a tail that was cut off, and by the signed head one whose stored head was set back too', async () => {
    await tamper(`DELETE FROM event_detail WHERE event_id >= ${await eventAt(7)} AND organization_id = '${organizationId}'`,
      `DELETE FROM event WHERE id >= ${await eventAt(7)} AND organization_id = '${organizationId}'`, `DELETE FROM event_position WHERE organization_id = '${organizationId}' AND position >= 7`);
    expect(await first()).toEqual([{ damage: 'TAIL_REMOVED', position: 7, eventId: null }]);
    await tamper(`UPDATE organization_position SET position = 6, hash = (SELECT hash FROM event_position WHERE organization_id = '${organizationId}' AND position = 6) WHERE organization_id = '${organizationId}'`);
    expect(await first()).toEqual([]);
  });

  it('notices by the signed head what the database alone cannot tell', async () => {
    await signer.sign();
    await tamper(`DELETE FROM event_detail WHERE organization_id = '${organizationId}'`, `DELETE FROM event WHERE organization_id = '${organizationId}'`,
      `DELETE FROM event_position WHERE organization_id = '${organizationId}'`, `DELETE FROM organization_position WHERE organization_id = '${organizationId}'`);
    expect(await first()).toEqual([{ damage: 'TAIL_REMOVED', position: 1, eventId: null }]);
  });

  it('notices a chain that was computed anew, and between which signed heads', async () => {
    await signer.sign();
    for (let count = 0; count < 4; count++) await harness.write(organizationId);
    await harness.assign();
    await signer.sign();
    await tamper(`UPDATE event SET kind = 'lead.won' WHERE id = ${await eventAt(10)}`);
    await rechain();
    const { findings: [finding] } = await verify();
    expect(finding).toMatchObject({ damage: 'RECHAINED', organizationId, position: 9 });
    expect(describeFinding(finding!)).toContain('rows 9 to 12 may have been altered');
  });

  it('notices a stored head that is not the last link', async () => {
    await tamper(`UPDATE organization_position SET hash = sha256('x') WHERE organization_id = '${organizationId}'`);
    expect(await first()).toEqual([{ damage: 'HEAD_ALTERED', position: 8, eventId: null }]);
  });

  it('believes no head that another key signed, nor one that was altered', async () => {
    await signer.sign();
    const file = join(folder, 'heads.jsonl');
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, '');
    appendFileSync(file, `${line.replace(/"position":\d+/, '"position":999')}\nnot a head\n`);
    expect((await first()).map(({ damage }) => damage)).toEqual(['SIGNATURE_WRONG', 'SIGNATURE_WRONG']);
    writeFileSync(file, `${line}\n`);
    const stranger = mkdtempSync(join(tmpdir(), 'audit-'));
    expect((await verify([AuditKey.inFolder(stranger)])).findings.map(({ damage }) => damage)).toEqual(['SIGNATURE_WRONG']);
    rmSync(stranger, { recursive: true });
    expect((await verify([AuditKey.of(key.publicPem)])).findings).toEqual([]);
  });
});
