import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditKey } from '../seal/audit-key.js';
import { HeadSigner } from '../seal/head-signer.js';
import { EventHarness, silent } from '../testing/harness.js';
import { newId } from '../../kernel/index.js';
import { eraseDetails, type ErasedDetail } from '../erase/erase-details.js';
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

  /** As the product does it: by the application's role, told by an event of its own. */
  const erase = async (details: ErasedDetail[], tell: { events?: number } | null = {}): Promise<void> => {
    await harness.unitOfWork.run(harness.actor(organizationId), async (work) => {
      const erasureId = newId();
      const proof = await eraseDetails(work, erasureId, details);
      if (!tell) return;
      const facts = { ...proof, ...tell };
      work.record({
        kind: 'history.erased', subject: 'security', subjectId: erasureId, access: { before: {}, after: {} },
        changes: Object.fromEntries(Object.entries(facts).map(([name, after]) => [name, { before: null, after }])),
      });
    });
    await harness.assign();
  };
  const stored = async (position: number): Promise<unknown> => (await harness.owner.query(
    'SELECT d.changes, e.address, e.user_agent AS agent FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.id = $1', [await eventAt(position)])).rows[0];
  const GONE = { before: null, after: null, erased: true };

  it('finds nothing after values were erased as the product does it, in part, whole and twice', async () => {
    await signer.sign();
    await erase([{ event: await eventAt(3), fields: ['score'], origin: false }, { event: await eventAt(4), fields: [], origin: true }, { event: await eventAt(5), fields: null, origin: true }]);
    expect(await stored(3)).toEqual({ changes: { score: GONE }, address: '203.0.113.7', agent: 'Browser' });
    expect(await stored(4)).toEqual({ changes: { score: { before: 3, after: 4 } }, address: null, agent: null });
    expect(await stored(5)).toEqual({ changes: { score: GONE }, address: null, agent: null });
    await erase([{ event: await eventAt(3), fields: null, origin: true }, { event: await eventAt(9), fields: null, origin: true }]);
    expect(await stored(3)).toEqual({ changes: { score: GONE }, address: null, agent: null });
    // What tells of an erasure keeps saying so.
    expect(await stored(9)).toMatchObject({ changes: { events: { after: 3 } } });
    await signer.sign();
    expect(await verify()).toMatchObject({ findings: [], events: 11, signedEvents: 11 });
  });

  it('leaves nothing with which an erased value could be guessed', async () => {
    const before = (await harness.owner.query<{ salt: Buffer }>('SELECT salt FROM event_detail WHERE event_id = $1', [await eventAt(3)])).rows[0]!.salt;
    await erase([{ event: await eventAt(3), fields: ['score'], origin: false }]);
    const { rows } = await harness.owner.query<{ text: string }>('SELECT string_agg(d::text, $1) AS text FROM event_detail d', [' ']);
    expect(rows[0]!.text).not.toContain(before.toString('hex'));
  });

  it('does not take an erasure for granted: untold, told otherwise, put in beside, or of what was left', async () => {
    const three = await eventAt(3);
    await erase([{ event: three, fields: null, origin: false }], null);
    expect(await first()).toEqual([{ damage: 'ERASURE_UNTOLD', position: null, eventId: three }]);
    await tamper('DELETE FROM event_erasure');
    expect(await first()).toEqual([{ damage: 'DETAIL_ALTERED', position: 3, eventId: three }]);
  });

  it.each([
    ['values of one more event were altered and marked as erased', (id: string, other: string) => [
      `UPDATE event_detail SET changes = '{}' WHERE event_id = ${other}`,
      `INSERT INTO event_erasure (organization_id, erasure_id, event_id, digest, whole) SELECT x.organization_id, x.erasure_id, ${other}, (SELECT app.detail_digest(d.salt, d.changes, e.address, e.user_agent) FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.id = ${other}), true FROM event_erasure x`,
    ], 'ERASURE_UNTOLD'],
    ['what was left of it was altered', (id: string) => [`UPDATE event_detail SET changes = '{"other": {"before": 1, "after": 2}}' WHERE event_id = ${id}`], 'DETAIL_ALTERED'],
    ['the mark was taken away', () => ['DELETE FROM event_erasure'], 'DETAIL_ALTERED'],
    ['the telling event was altered', () => [`UPDATE event_detail SET changes = jsonb_set(changes, '{events,after}', '2') WHERE event_id = (SELECT id FROM event WHERE kind = 'history.erased')`], 'DETAIL_ALTERED'],
    ['the telling event was taken away', () => [`DELETE FROM event WHERE kind = 'history.erased'`], 'EVENT_MISSING'],
  ])('notices after an erasure that %s', async (_, statements, damage) => {
    await erase([{ event: await eventAt(3), fields: null, origin: true }]);
    expect(await first()).toEqual([]);
    await tamper(...statements(await eventAt(3), await eventAt(6)));
    expect((await first()).map((finding) => finding.damage)).toEqual([damage]);
  });

  it('lets the application erase in its own organization only, and nothing but erase', async () => {
    const { rows: [theirs] } = await harness.owner.query<{ id: string }>('SELECT id::text AS id FROM event WHERE organization_id <> $1', [organizationId]);
    await erase([{ event: theirs!.id, fields: null, origin: true }]);
    expect((await harness.owner.query('SELECT 1 FROM event_erasure')).rows).toEqual([]);
    await erase([{ event: await eventAt(3), fields: ['nothing of this name'], origin: false }]);
    expect(await stored(3)).toEqual({ changes: { score: { before: 2, after: 3 } }, address: '203.0.113.7', agent: 'Browser' });
    expect(await first()).toEqual([]);
    await harness.unitOfWork.run(harness.actor(organizationId), async (work) => {
      await expect(work.query('SAVEPOINT here').then(() => work.execute('UPDATE event_detail SET changes = $1', ['{}']))).rejects.toThrow('permission denied');
      await work.query('ROLLBACK TO SAVEPOINT here');
      await expect(work.execute('DELETE FROM event_erasure')).rejects.toThrow('permission denied');
      await work.query('ROLLBACK TO SAVEPOINT here');
    });
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
