import fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/index.js';
import type { AccessColumns } from '../database/index.js';
import { createGadgetTables } from '../read/testing/gadgets.database.js';
import '../read/testing/gadgets.read.js';
import { abilitySql } from './ability-sql.js';
import { allows, maySee } from './authorize.js';
import { compileAbility, type Grant, type GrantHolder, SCOPES } from './grant.js';
import { definePermissions } from './permission.js';
import { defineSubject } from './subject.js';

/** Notes hang on gadgets, on makers or on nothing; replies always on a note. */
const noteSubject = defineSubject({
  name: 'note', table: 'note', label: 'note', columns: { departmentId: 'department_id', sharedWithClient: 'shared' },
  assignees: { table: 'note_reader', recordColumn: 'note_id', userColumn: 'user_id' },
  follows: { subjectColumn: 'record_subject', idColumn: 'record_id', subjects: () => ['gadget', 'maker'] },
});
const replySubject = defineSubject({ name: 'reply', table: 'reply', label: 'reply', columns: { ownerId: 'author_id', sharedWithClient: 'shared' }, follows: { subject: 'note', idColumn: 'note_id' } });
definePermissions('note', { read: 'See notes' });
const replyPermissions = definePermissions('reply', { read: 'See replies', update: 'Change replies' });

const id = (kind: number, number: number): string => `00000000-0000-7000-8000-${String(kind * 1000 + number).padStart(12, '0')}`;
const ORGANIZATION = id(9, 0);
const pick = (kind: number): fc.Arbitrary<string | null> => fc.constantFrom(null, id(kind, 1), id(kind, 2));
const some = (kind: number): fc.Arbitrary<string[]> => fc.subarray([id(kind, 1), id(kind, 2)]);
const grants: fc.Arbitrary<Grant[]> = fc.array(fc.record({
  permission: fc.constantFrom('gadget.read', 'maker.read', 'note.read', 'note.read', 'reply.read', 'reply.read'), scope: fc.constantFrom(...SCOPES), effect: fc.constantFrom('ALLOW', 'ALLOW', 'ALLOW', 'DENY'),
}), { minLength: 2, maxLength: 9 });
const holder: fc.Arbitrary<GrantHolder> = fc.record({ userId: pick(1), teamIds: fc.constant([]), departmentIds: some(3), customerIds: some(4) });

describe('records that follow others', () => {
  let database: TestDatabase;
  let client: Client;
  const notes: { id: string; access: AccessColumns }[] = [];
  const replies: { id: string; access: AccessColumns }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    await createGadgetTables(database.ownerUrl);
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(`CREATE TABLE note (id uuid, organization_id uuid, department_id uuid, shared boolean, record_subject text, record_id uuid);
      CREATE TABLE note_reader (note_id uuid, user_id uuid, organization_id uuid); CREATE TABLE reply (id uuid, organization_id uuid, author_id uuid, shared boolean, note_id uuid)`);
    const [gadgets, makers] = [await insertGadgets(), await insertMakers()];
    const drawn = fc.sample(fc.record({ departmentId: pick(3), sharedWithClient: fc.boolean(), assigneeIds: some(1), on: fc.constantFrom(null, ...gadgets, ...makers) }), { numRuns: 60, seed: 3 });
    for (const [index, { on, ...own }] of drawn.entries()) {
      const note = { id: id(6, index), access: { ...own, follows: on && { subject: on.subject, access: on.access } } };
      notes.push(note);
      await client.query('INSERT INTO note VALUES ($1, $2, $3, $4, $5, $6)', [note.id, ORGANIZATION, own.departmentId, own.sharedWithClient, on?.subject ?? null, on?.id ?? null]);
      for (const user of own.assigneeIds) await client.query('INSERT INTO note_reader VALUES ($1, $2, $3)', [note.id, user, ORGANIZATION]);
    }
    const answers = fc.sample(fc.record({ ownerId: pick(1), sharedWithClient: fc.boolean(), note: fc.constantFrom(...notes) }), { numRuns: 80, seed: 4 });
    for (const [index, { note, ...own }] of answers.entries()) {
      const reply = { id: id(7, index), access: { ...own, follows: { subject: 'note', access: note.access } } };
      replies.push(reply);
      await client.query('INSERT INTO reply VALUES ($1, $2, $3, $4, $5)', [reply.id, ORGANIZATION, own.ownerId, own.sharedWithClient, note.id]);
    }
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function insertGadgets(): Promise<{ subject: string; id: string; access: AccessColumns }[]> {
    const drawn = fc.sample(fc.record({ ownerId: pick(1), departmentId: pick(3), customerId: pick(4), sharedWithClient: fc.boolean() }), { numRuns: 20, seed: 1 });
    for (const [index, access] of drawn.entries()) {
      await client.query('INSERT INTO gadget (id, organization_id, name, owner_id, department_id, customer_id, shared) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id(5, index), ORGANIZATION, 'g', access.ownerId, access.departmentId, access.customerId, access.sharedWithClient]);
    }
    return drawn.map((access, index) => ({ subject: 'gadget', id: id(5, index), access }));
  }

  async function insertMakers(): Promise<{ subject: string; id: string; access: AccessColumns }[]> {
    const drawn = fc.sample(fc.record({ ownerId: pick(1), departmentId: pick(3) }), { numRuns: 6, seed: 2 });
    for (const [index, access] of drawn.entries()) await client.query('INSERT INTO maker (id, organization_id, name, owner_id, department_id) VALUES ($1, $2, $3, $4, $5)', [id(8, index), ORGANIZATION, 'm', access.ownerId, access.departmentId]);
    return drawn.map((access, index) => ({ subject: 'maker', id: id(8, index), access }));
  }

  async function found(subject: typeof noteSubject, ability: ReturnType<typeof compileAbility>): Promise<string[]> {
    const values: unknown[] = [ORGANIZATION];
    const condition = abilitySql(ability, 'read', subject, 't', { organization: '$1', add: (value) => `$${values.push(value)}` });
    const { rows } = await client.query<{ id: string }>(`SELECT t.id FROM ${subject.table} t WHERE t.organization_id = $1 AND ${condition} ORDER BY t.id`, values);
    return rows.map((row) => row.id);
  }

  it('are found exactly where the rules on loaded records allow them, whatever the grants', async () => {
    let seen = 0;
    await fc.assert(fc.asyncProperty(grants, holder, async (list, person) => {
      const ability = compileAbility(list, person);
      const judged = { note: notes.filter(({ access }) => maySee(ability, 'note', access)).map((note) => note.id), reply: replies.filter(({ access }) => maySee(ability, 'reply', access)).map((reply) => reply.id) };
      seen += judged.reply.length;
      expect(await found(noteSubject, ability)).toEqual(judged.note);
      expect(await found(replySubject, ability)).toEqual(judged.reply);
    }), { numRuns: 250, seed: 5 });
    expect(seen).toBeGreaterThan(100);
  });

  const me: GrantHolder = { userId: id(1, 1), teamIds: [], departmentIds: [id(3, 1)], customerIds: [id(4, 1)] };
  const ability = (...list: [string, Grant['scope']][]): ReturnType<typeof compileAbility> => compileAbility(list.map(([permission, scope]) => ({ permission, scope, effect: 'ALLOW' })), me);
  const gadget = (access: AccessColumns): AccessColumns['follows'] => ({ subject: 'gadget', access });

  it.each<[string, [string, Grant['scope']][], AccessColumns, boolean]>([
    ['what hangs on a record they see', [['note.read', 'ORGANIZATION'], ['gadget.read', 'OWN']], { follows: gadget({ ownerId: me.userId }) }, true],
    ['what hangs on a record they do not see', [['note.read', 'ORGANIZATION'], ['gadget.read', 'OWN']], { follows: gadget({ ownerId: id(1, 2) }) }, false],
    ['what hangs on a record of a kind they never see', [['note.read', 'ORGANIZATION']], { follows: gadget({ ownerId: me.userId }) }, false],
    ['others\' own among the whole organization', [['note.read', 'ORGANIZATION']], { follows: null, assigneeIds: [id(1, 2)] }, false],
    ['their own among the whole organization', [['note.read', 'ORGANIZATION']], { follows: null, assigneeIds: [id(1, 1)] }, true],
    ['their department\'s', [['note.read', 'ORGANIZATION']], { follows: null, departmentId: id(3, 1) }, true],
    ['a client, what is shared on their record', [['note.read', 'CUSTOMER'], ['gadget.read', 'CUSTOMER']], { sharedWithClient: true, follows: gadget({ customerId: id(4, 1), sharedWithClient: true }) }, true],
    ['a client, what is not shared on their record', [['note.read', 'CUSTOMER'], ['gadget.read', 'CUSTOMER']], { sharedWithClient: false, follows: gadget({ customerId: id(4, 1), sharedWithClient: true }) }, false],
    ['a client, what is shared on another\'s record', [['note.read', 'CUSTOMER'], ['gadget.read', 'CUSTOMER']], { sharedWithClient: true, follows: gadget({ customerId: id(4, 2), sharedWithClient: true }) }, false],
    ['a client, what hangs on nothing', [['note.read', 'CUSTOMER']], { sharedWithClient: true, follows: null }, false],
    ['what does not tell what it follows', [['note.read', 'ORGANIZATION']], { assigneeIds: [id(1, 1)] }, false],
  ])('somebody sees or not: %s', (_, list, access, expected) => {
    expect(maySee(ability(...list), 'note', access)).toBe(expected);
  });

  it('may be changed only where what they follow is seen', () => {
    const rights = ability(['reply.update', 'OWN'], ['note.read', 'ORGANIZATION'], ['gadget.read', 'OWN']);
    const reply = (owner: string): AccessColumns => ({ ownerId: me.userId, follows: { subject: 'note', access: { follows: gadget({ ownerId: owner }) } } });
    expect(allows(rights, replyPermissions.update, reply(id(1, 1)))).toBe(true);
    expect(allows(rights, replyPermissions.update, reply(id(1, 2)))).toBe(false);
  });

  it('need no look at a followed kind that is never seen', () => {
    const rights = compileAbility([{ permission: 'note.read', scope: 'ORGANIZATION', effect: 'ALLOW' }], { userId: null, teamIds: [], departmentIds: [], customerIds: [] });
    expect(abilitySql(rights, 'read', noteSubject, 't', { add: () => '$1' })).not.toContain('EXISTS');
  });
});
