import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { systemActor } from '@throughline/platform/access';
import { verifyLog } from '@throughline/platform/events';
import { Client } from 'pg';
import { ExpireHistory } from '../../../libs/identity/erasure/expire-history.js';
import { HistoryRetentionService } from '../../../libs/identity/erasure/history-retention.service.js';

const ERASE = 'mutation ($input: EraseFromHistoryInput!) { eraseFromHistory(input: $input) { events errors { code path message } } }';
const KEEP = 'mutation ($input: UpdateHistoryRetentionInput!) { updateHistoryRetention(input: $input) { retention { version days } errors { code path message } } }';
const HISTORY = `query ($subject: String!, $id: ID!) { recordHistory(subject: $subject, id: $id) { entries { kind note restorable changes { field erased before after beforeText afterText } } version } }`;
const RESTORE = 'mutation ($input: RestoreRecordFieldsInput!) { restoreRecordFields(input: $input) { id errors { code path message } } }';
const CREATE = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id version } errors { code path message } } }';
const UPDATE = 'mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { lead { id version } errors { code path message } } }';
const LOSE = 'mutation ($input: CloseLeadInput!) { loseLead(input: $input) { lead { id version } errors { code path message } } }';

interface Change { field: string; erased: boolean; before: unknown; after: unknown; beforeText: string | null; afterText: string | null }
interface Entry { kind: string; note: string | null; restorable: string[]; changes: Change[] }

describe('what leaves the history', () => {
  let api: TestApi;
  let owner: Client;
  let ours: TestOrganization;
  let theirs: TestOrganization;
  let [admin, agent, elsewhere]: ApiClient[] = [];

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [ours, theirs] = [await seedOrganization(api.database, 'Ours'), await seedOrganization(api.database, 'Theirs')];
    [admin, agent, elsewhere] = [await signInAs(api, ours.users.ADMIN.email), await signInAs(api, ours.users.SALES_MANAGER.email), await signInAs(api, theirs.users.ADMIN.email)];
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  let count = 0;
  const newLead = async (more: object = {}): Promise<{ id: string; version: number; email: string }> => {
    const email = `zora${++count}@lead.example`;
    const { createLead: { lead } } = await agent!.ask<{ createLead: { lead: { id: string; version: number } } }>(CREATE, {
      input: { name: 'Zora Quark', email, phone: '+34 600 111 222', departmentId: ours.departments.sales, ownerId: ours.users.SALES_AGENT.id, requirements: 'Her bakery needs a shop', ...more },
    });
    return { ...lead, email, ...more };
  };
  const erase = (kind: string, id: string, client = admin!): Promise<{ eraseFromHistory: { events: number } }> => client.ask(ERASE, { input: { kind, id, reason: 'Asked for it' } });
  const errorsOf = async (input: object, client = admin!): Promise<string[]> => codesOf(await client.send(ERASE, { input: { reason: 'Asked for it', ...input } }));
  const historyOf = async (subject: string, id: string): Promise<Entry[]> => (await admin!.ask<{ recordHistory: { entries: Entry[] } }>(HISTORY, { subject, id })).recordHistory.entries;
  const details = async (): Promise<string> => (await owner.query<{ text: string }>('SELECT string_agg(coalesce(e.address, $1) || coalesce(e.user_agent, $1) || d.changes::text, $1) AS text FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.organization_id = $2', [' ', ours.id])).rows[0]!.text;
  /** As the relay does; the API alone has none. */
  const verified = async (): Promise<unknown> => {
    await owner.query('SELECT * FROM app.assign_positions(100000)');
    return (await verifyLog(owner, { files: [], keys: [] })).findings;
  };

  it('are a lead\'s values, wherever they stand, and nobody else\'s', async () => {
    const [gone, stays] = [await newLead(), await newLead({ name: 'Ada Byron', phone: '+34 600 999 999', email: 'ada@lead.example', requirements: 'A castle' })];
    const { updateLead: { lead } } = await agent!.ask<{ updateLead: { lead: { version: number } } }>(UPDATE, { input: { id: gone.id, version: gone.version, title: 'Head baker', budget: { amountMinor: '5000', currency: 'USD' } } });
    await agent!.ask(UPDATE, { input: { id: stays.id, version: stays.version, requirements: `A friend of zora quark (${gone.email.toUpperCase()})`, title: 'Countess' } });
    await agent!.ask(LOSE, { input: { id: gone.id, version: lead.version, reason: 'Went to her cousin' } });
    expect((await erase('LEAD', gone.id)).eraseFromHistory.events).toBe(4);
    const text = await details();
    for (const word of ['Zora', 'zora', gone.email, gone.email.toUpperCase(), '600 111 222', 'Her bakery', 'Head baker', 'cousin']) expect(`${word} ${text.includes(word)}`).toBe(`${word} false`);
    for (const word of ['Ada Byron', 'Countess', stays.email]) expect(`${word} ${text.includes(word)}`).toBe(`${word} true`);

    const entries = await historyOf('lead', gone.id);
    expect(entries.map(({ kind }) => kind)).toEqual(['lead.lost', 'lead.updated', 'lead.created']);
    const [lost, updated, created] = entries;
    expect(created!.changes.find(({ field }) => field === 'email')).toEqual({ field: 'email', erased: true, before: null, after: null, beforeText: null, afterText: null });
    expect(updated!.changes.find(({ field }) => field === 'budgetMinor')).toMatchObject({ erased: false, after: '5000' });
    expect(lost).toMatchObject({ note: null });
    expect(lost!.changes.find(({ field }) => field === 'status')).toMatchObject({ erased: false, after: 'LOST' });
    expect(lost!.changes.some(({ erased }) => erased)).toBe(true);
    const friend = await historyOf('lead', stays.id);
    expect(friend[0]!.changes).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'requirements', erased: true }), expect.objectContaining({ field: 'title', erased: false, after: 'Countess' })]));

    const { rows: [told] } = await owner.query('SELECT e.subject, e.related, e.actor_id AS actor, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = $1', ['history.erased']);
    expect(told).toMatchObject({ subject: 'security', related: [gone.id], actor: ours.users.ADMIN.id, changes: { person: { after: 'lead' }, reason: { after: 'Asked for it' }, events: { after: 4 } } });
    expect(await verified()).toEqual([]);
    expect((await erase('LEAD', gone.id)).eraseFromHistory.events).toBe(0);
  });

  it('do not come back', async () => {
    const lead = await newLead();
    const { updateLead: { lead: { version } } } = await agent!.ask<{ updateLead: { lead: { version: number } } }>(UPDATE, { input: { id: lead.id, version: lead.version, name: 'Zora Lepton', title: 'Baker' } });
    const before = (await historyOf('lead', lead.id))[0]!;
    expect(before.restorable).toEqual(expect.arrayContaining(['name', 'title']));
    await erase('LEAD', lead.id);
    expect((await historyOf('lead', lead.id))[0]!.restorable).toEqual([]);
    const { rows: [row] } = await owner.query<{ id: string }>('SELECT id::text FROM event WHERE subject_id = $1 AND kind = $2', [lead.id, 'lead.updated']);
    const answer = await admin!.send<{ restoreRecordFields: { errors: object[] } }>(RESTORE, { input: { subject: 'lead', id: lead.id, version, eventId: row!.id, fields: ['name'] } });
    expect(answer.data?.restoreRecordFields.errors).toMatchObject([{ code: 'PRECONDITION_FAILED', path: ['fields', '0'] }]);
  });

  it('are those of somebody who has left, with from where they came; of nobody who can still sign in, and never one\'s own', async () => {
    const leaver = await ours.addUser({ name: 'Lena Leaver', roles: ['SALES_AGENT'], departmentIds: [ours.departments.sales] });
    const client = await signInAs(api, leaver.email);
    await client.ask(CREATE, { input: { name: 'Their Lead', departmentId: ours.departments.sales, ownerId: leaver.id } });
    expect(await errorsOf({ kind: 'USER', id: leaver.id })).toEqual(['PRECONDITION_FAILED']);
    expect(await errorsOf({ kind: 'USER', id: ours.users.ADMIN.id })).toEqual(['PRECONDITION_FAILED']);
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [leaver.id]);
    const came = async (): Promise<unknown> => (await owner.query('SELECT count(*)::int AS n FROM event WHERE actor_id = $1 AND (address IS NOT NULL OR user_agent IS NOT NULL)', [leaver.id])).rows[0];
    expect(await came()).not.toEqual({ n: 0 });
    expect((await erase('USER', leaver.id)).eraseFromHistory.events).toBeGreaterThan(1);
    expect(await came()).toEqual({ n: 0 });
    const { rows } = await owner.query<{ changes: string }>('SELECT d.changes::text AS changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.actor_id = $1 AND e.kind = $2', [leaver.id, 'lead.created']);
    expect(rows[0]!.changes).toContain('Their Lead');
    expect((await details()).includes('Lena Leaver')).toBe(false);
    expect(await verified()).toEqual([]);
  });

  it('are taken by those who may, of records they see, with a reason, and once more proved who they are', async () => {
    const lead = await newLead();
    await expectFourCallers({ api, operation: ERASE, variables: { input: { kind: 'LEAD', id: lead.id, reason: 'Asked for it' } }, right: admin!, wrongPerson: agent!, wrongOrganization: elsewhere! });
    expect(await errorsOf({ kind: 'LEAD', id: lead.id, reason: '  ' })).toEqual(['VALIDATION_FAILED']);
    expect(await errorsOf({ kind: 'CONTACT', id: lead.id })).toEqual(['NOT_FOUND']);
    await owner.query(`UPDATE session SET proved_at = now() - interval '11 minutes' WHERE user_id = $1`, [ours.users.ADMIN.id]);
    const { data } = await admin!.send<{ eraseFromHistory: { errors: { code: string }[] } }>(ERASE, { input: { kind: 'LEAD', id: lead.id, reason: 'x' } });
    expect(data?.eraseFromHistory.errors).toMatchObject([{ code: 'PRECONDITION_FAILED' }]);
    expect(codesOf(await admin!.send(KEEP, { input: { version: 0, days: 100 } }))).toEqual(['PRECONDITION_FAILED']);
    await owner.query('UPDATE session SET proved_at = now() WHERE user_id = $1', [ours.users.ADMIN.id]);
  });

  it('are taken by whoever runs the installation too', async () => {
    const run = promisify(execFile);
    const root = resolve(import.meta.dirname, '../../..');
    const organization = (...given: string[]): Promise<{ stdout: string }> => run(process.execPath, ['--import', './scripts/lib/typescript.mjs', 'scripts/organization.ts', 'erase-person', ours.slug, ...given], {
      cwd: root, env: { ...process.env, DATABASE_URL: api.database.ownerUrl },
    });
    const lead = await newLead({ name: 'Otto Operator', phone: '+34 600 333 444' });
    await expect(organization('--id', lead.id)).rejects.toThrow('Say why');
    await expect(organization('--id', theirs.users.HR.id, '--reason', 'x')).rejects.toThrow('There is no lead');
    await expect(organization('--id', ours.users.HR.id, '--reason', 'x')).rejects.toThrow('can still sign in');
    expect((await organization('--id', lead.id, '--reason', 'Asked for it')).stdout).toContain(`${ours.slug}: this lead's values are erased from 1 events`);
    expect((await details()).includes('Otto Operator')).toBe(false);
    expect(await verified()).toEqual([]);
  });

  it('are everything that is older than the organization keeps it, from a day after it said so', async () => {
    await expectFourCallers({ api, operation: KEEP, variables: { input: { version: 0, days: 100 } }, right: admin!, wrongPerson: agent!, wrongOrganization: elsewhere!, separately: ours.id });
    expect(codesOf(await admin!.send(KEEP, { input: { version: 1, days: 89 } }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await admin!.send(KEEP, { input: { version: 0, days: 100 } }))).toEqual(['CONFLICT']);
    expect(await admin!.ask('{ historyRetention { version days } }')).toEqual({ historyRetention: { version: 1, days: 100 } });

    const lead = await newLead({ name: 'Old Lead' });
    await owner.query(`UPDATE event SET occurred_at = now() - interval '101 days' WHERE subject_id = $1`, [lead.id]);
    const fresh = await newLead({ name: 'Fresh Lead' });
    await owner.query(`UPDATE event SET occurred_at = now() - interval '99 days' WHERE subject_id = $1`, [fresh.id]);
    const job = api.app.nest.get(ExpireHistory, { strict: false });
    await job.run();
    expect(await details()).toContain('Old Lead');
    await owner.query(`UPDATE history_retention SET changed_at = now() - interval '25 hours' WHERE organization_id = $1`, [ours.id]);
    await job.run();
    const text = await details();
    expect([text.includes('Old Lead'), text.includes('Fresh Lead')]).toEqual([false, true]);
    expect((await historyOf('lead', lead.id))[0]!.changes.every(({ erased }) => erased)).toBe(true);
    const { rows } = await owner.query(`SELECT d.changes->'events'->'after' AS events FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = 'history.expired'`);
    expect(rows).toEqual([{ events: 1 }]);
    expect(await api.app.nest.get(HistoryRetentionService).expire(systemActor(ours.id))).toBe(0);
    // In the test alone: what happened was moved in time after it was written.
    expect(await api.app.nest.get(HistoryRetentionService).expire(systemActor(theirs.id), new Date(Date.now() + 300 * 86_400_000))).toBeGreaterThan(0);
    await owner.query('SELECT * FROM app.assign_positions(100000)');
    const { rows: unfit } = await owner.query(`SELECT e.kind FROM event e JOIN event_detail d ON d.event_id = e.id
      LEFT JOIN LATERAL (SELECT digest FROM event_erasure WHERE event_id = e.id ORDER BY id DESC LIMIT 1) x ON true
      WHERE coalesce(x.digest, e.detail_digest) <> app.detail_digest(d.salt, d.changes, e.address, e.user_agent)`);
    expect(unfit).toEqual([]);
  });
});
