import fc from 'fast-check';
import { type Grant, compileAbility, declareSecurityKinds, definePermissions, defineSubject } from '../../access/index.js';
import type { AccessColumns, ProgressChange } from '../../database/index.js';
import { type StoredEvent, keysOf } from '../../events/index.js';
import type { Actor, Tier } from '../../kernel/index.js';
import { changeAudience } from './change-receiver.js';
import { projectEvent } from './projection.js';

const columns = { departmentId: 'department_id', teamId: 'team_id', ownerId: 'owner_id', customerId: 'customer_id' };
for (const name of ['project', 'milestone', 'task']) {
  defineSubject({ name, table: name, label: name, columns: { ...columns, sharedWithClient: 'shared_with_client' }, assignees: { table: 'link', recordColumn: 'record_id', userColumn: 'user_id' }, ...(name === 'project' ? {} : { accessFrom: ['project'] }) });
  definePermissions(name, { read: 'See it.' });
}
defineSubject({ name: 'file', table: 'file', label: 'file', columns: { ownerId: 'owner_id' }, follows: { subjectColumn: 'subject', idColumn: 'record_id', subjects: () => ['task', 'lead'] } });
definePermissions('file', { read: 'See it.' });
defineSubject({ name: 'lead', table: 'lead', label: 'lead', columns });
definePermissions('lead', { read: 'See it.' });
defineSubject({ name: 'security', table: 'event', label: 'security event', columns: {} });
definePermissions('security', { read: 'Watch.' });
declareSecurityKinds(['user.signInRefused']);

const ids = { customer: 'c1', other: 'c2', me: 'u1', department: 'd1', task: 't1', parentTask: 't0', milestone: 'm1', project: 'p1', parent: 'p0' };

function viewer(tier: Tier, grants: [string, Grant['scope']][], customerIds: string[] = []): Pick<Actor, 'ability' | 'tier' | 'customerIds' | 'abilityVersion'> {
  const ability = compileAbility(
    grants.map(([permission, scope]) => ({ permission, scope, effect: 'ALLOW' as const })),
    { userId: ids.me, teamIds: ['team1'], departmentIds: [ids.department], customerIds },
  );
  return { ability, tier, customerIds, abilityVersion: JSON.stringify(grants) };
}

const client = viewer('CLIENT', [['project.read', 'CUSTOMER'], ['milestone.read', 'CUSTOMER'], ['task.read', 'CUSTOMER']], [ids.customer]);
const stranger = viewer('CLIENT', [['project.read', 'CUSTOMER'], ['task.read', 'CUSTOMER']], [ids.other]);
const admin = viewer('ADMIN', [['project.read', 'ORGANIZATION'], ['milestone.read', 'ORGANIZATION'], ['task.read', 'ORGANIZATION'], ['lead.read', 'ORGANIZATION']]);
const member = viewer('EMPLOYEE', [['task.read', 'ASSIGNED'], ['project.read', 'ASSIGNED']]);
const manager = viewer('EMPLOYEE', [['task.read', 'DEPARTMENT'], ['project.read', 'DEPARTMENT']]);
const all = { subjects: null, recordId: null };

const node = (kind: ProgressChange['node'], id: string, sharedWithClient: boolean, access?: AccessColumns): ProgressChange =>
  ({ node: kind, id, workTotal: '480', workDone: '1599999', status: 'IN_PROGRESS', sharedWithClient, ...(access ? { access } : {}) });

function event(more: Partial<StoredEvent> = {}): StoredEvent {
  const access = { customerId: ids.customer, departmentId: 'd9', assigneeIds: ['u9'], sharedWithClient: false };
  return {
    organizationId: 'o', position: 42, id: '7', kind: 'task.completed', subject: 'task', subjectId: ids.task, related: [ids.project, ids.parent],
    actorId: 'u9', requestId: 'r', historical: false, occurredAt: new Date('2026-01-02T03:04:05.678Z'),
    accessBefore: access, accessAfter: access,
    progress: [node('task', ids.task, false), node('task', ids.parentTask, false), node('milestone', ids.milestone, true), node('project', ids.project, true), node('project', ids.parent, false)],
    ...more,
  };
}

const shared: AccessColumns = { customerId: ids.customer, sharedWithClient: true };
const hidden: AccessColumns = { customerId: ids.customer, sharedWithClient: false };

describe('what somebody is told about an event', () => {
  it.each<[string, AccessColumns | null, AccessColumns | null, string | null]>([
    ['created', null, shared, 'ENTERED'],
    ['created hidden', null, hidden, null],
    ['changed', shared, shared, 'CHANGED'],
    ['changed while hidden', hidden, hidden, null],
    ['shared', hidden, shared, 'ENTERED'],
    ['hidden again', shared, hidden, 'REMOVED'],
    ['given to another customer', shared, { ...shared, customerId: ids.other }, 'REMOVED'],
    ['taken from another customer', { ...shared, customerId: ids.other }, shared, 'ENTERED'],
    ['deleted', shared, null, 'REMOVED'],
    ['deleted while hidden', hidden, null, null],
  ])('a client, of a record that was %s', (_, accessBefore, accessAfter, type) => {
    const told = projectEvent(event({ accessBefore, accessAfter, progress: [] }), all, client);
    expect(told).toEqual(type && { position: '42', type, subject: 'task', id: ids.task, kind: null, occurredAt: new Date('2026-01-02T03:04:05.678Z'), carried: [], progress: [] });
  });

  it.each<[string, AccessColumns | null, AccessColumns | null, string | null]>([
    ['assigned to them', { assigneeIds: ['u9'] }, { assigneeIds: ['u9', ids.me] }, 'ENTERED'],
    ['taken from them', { assigneeIds: [ids.me] }, { assigneeIds: ['u9'] }, 'REMOVED'],
    ['theirs and changed', { assigneeIds: [ids.me] }, { assigneeIds: [ids.me] }, 'CHANGED'],
    ['their own', { ownerId: ids.me }, { ownerId: ids.me }, 'CHANGED'],
    ['not theirs', { departmentId: ids.department }, { departmentId: ids.department }, null],
  ])('a member, of a task that was %s', (_, accessBefore, accessAfter, type) => {
    expect(projectEvent(event({ accessBefore, accessAfter, progress: [] }), all, member)?.type ?? null).toBe(type);
  });

  it('tells staff what happened, clients not, and nobody what happened to a record they lost', () => {
    const visible = event({ accessBefore: shared, accessAfter: shared });
    expect(projectEvent(visible, all, admin)?.kind).toBe('task.completed');
    expect(projectEvent(visible, all, client)?.kind).toBeNull();
    expect(projectEvent(event({ accessAfter: null }), all, admin)).toMatchObject({ type: 'REMOVED', kind: null });
  });

  it('tells a client of hidden work by the figures it moved, and nothing of the work itself', () => {
    const told = projectEvent(event(), { subjects: null, recordId: ids.project }, client);
    expect(told).toEqual({
      position: '42', type: 'CHANGED', subject: 'project', id: ids.project, kind: null, occurredAt: new Date('2026-01-02T03:04:05.678Z'), carried: [],
      progress: [
        { node: 'MILESTONE', id: ids.milestone, workTotal: 480n, workDone: 1599999n, basisPoints: 3333, status: 'IN_PROGRESS' },
        { node: 'PROJECT', id: ids.project, workTotal: 480n, workDone: 1599999n, basisPoints: 3333, status: 'IN_PROGRESS' },
      ],
    });
    const text = JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    for (const secret of [ids.task, ids.parentTask, ids.parent, 'task.completed']) expect(text).not.toContain(`"${secret}"`);
  });

  it('tells neither another customer nor anybody who asked about something else', () => {
    expect(projectEvent(event(), all, stranger)).toBeNull();
    expect(projectEvent(event(), { subjects: null, recordId: 'p9' }, client)).toBeNull();
    expect(projectEvent(event(), { subjects: ['lead'], recordId: null }, admin)).toBeNull();
    expect(projectEvent(event(), { subjects: null, recordId: ids.parent }, client)).toBeNull();
  });

  it('tells the nearest project of those asked for when a list of projects is watched', () => {
    expect(projectEvent(event(), { subjects: ['project'], recordId: null }, client)).toMatchObject({ subject: 'project', id: ids.project });
    expect(projectEvent(event(), { subjects: ['project'], recordId: null }, admin)).toMatchObject({ subject: 'project', id: ids.project, kind: null });
    expect(projectEvent(event(), { subjects: ['project'], recordId: ids.parent }, admin)).toMatchObject({ id: ids.parent });
    expect(projectEvent(event(), { subjects: ['task'], recordId: null }, admin)).toMatchObject({ subject: 'task', id: ids.task, kind: 'task.completed' });
  });

  it('judges a node by its own access columns where it names them, else shows it to nobody it cannot be sure of', () => {
    const named = event({ progress: [node('project', ids.project, false, { departmentId: ids.department, customerId: ids.customer })] });
    const unnamed = event({ progress: [node('project', ids.project, false)], accessBefore: { departmentId: ids.department }, accessAfter: { departmentId: ids.department } });
    expect(projectEvent(named, all, manager)).toMatchObject({ subject: 'project', id: ids.project });
    expect(projectEvent(unnamed, all, manager)).toMatchObject({ subject: 'task', progress: [] });
    expect(projectEvent(named, all, client)).toBeNull();
  });

  it('leaves the lost record out of the figures it moved', () => {
    const told = projectEvent(event({ accessBefore: shared, accessAfter: hidden, progress: [node('task', ids.task, true), node('project', ids.project, true)] }), all, client);
    expect(told).toMatchObject({ type: 'REMOVED', id: ids.task, progress: [{ id: ids.project }] });
  });

  describe('of what goes with a record', () => {
    const lists = viewer('EMPLOYEE', [['task.read', 'DEPARTMENT'], ['file.read', 'ORGANIZATION'], ['lead.read', 'DEPARTMENT']]);
    const [here, gone] = [{ departmentId: ids.department, customerId: ids.customer }, { departmentId: 'd9', customerId: ids.customer }];
    const moved = (subject: string, accessBefore: AccessColumns | null, accessAfter: AccessColumns | null): StoredEvent => event({ subject, subjectId: ids.project, related: [], accessBefore, accessAfter, progress: [] });
    const resync = { type: 'RESYNC', position: '42', subject: null, id: null, kind: null, carried: [] };

    it('names the kinds that came or went with it, with the record itself', () => {
      expect(projectEvent(moved('lead', here, gone), all, lists)).toMatchObject({ type: 'REMOVED', subject: 'lead', carried: ['file'] });
      expect(projectEvent(moved('lead', gone, here), all, lists)).toMatchObject({ type: 'ENTERED', carried: ['file'] });
      expect(projectEvent(moved('lead', here, null), all, lists)).toMatchObject({ type: 'REMOVED', carried: ['file'] });
      expect(projectEvent(moved('lead', null, here), all, lists)).toMatchObject({ type: 'ENTERED', carried: [] });
      expect(projectEvent(moved('lead', here, { ...here, ownerId: 'u9' }), all, lists)).toMatchObject({ type: 'CHANGED', carried: [] });
      expect(projectEvent(moved('project', here, { ...here, ownerId: 'u9' }), all, manager)).toMatchObject({ type: 'CHANGED', carried: ['task'] });
    });

    it('has those load afresh who do not see the record itself or did not ask for it', () => {
      expect(projectEvent(moved('project', here, gone), all, lists)).toMatchObject(resync);
      expect(projectEvent(moved('project', here, here), all, lists)).toBeNull();
      expect(projectEvent(moved('lead', here, gone), { subjects: ['file'], recordId: null }, lists)).toMatchObject(resync);
      expect(projectEvent(moved('lead', here, gone), { subjects: ['lead'], recordId: null }, lists)).toMatchObject({ type: 'REMOVED', carried: [] });
      expect(projectEvent(moved('lead', here, gone), { subjects: ['task'], recordId: null }, lists)).toBeNull();
      expect(projectEvent(moved('project', here, gone), { subjects: null, recordId: ids.task }, manager)).toMatchObject(resync);
      expect(projectEvent(moved('project', gone, { ...gone, ownerId: 'u8' }), all, manager)).toBeNull();
      expect(projectEvent(moved('project', { ...gone, sharedWithClient: true }, { ...gone, sharedWithClient: false }), all, client)).toMatchObject({ type: 'REMOVED', carried: ['milestone', 'task'] });
      expect(projectEvent(moved('project', { ...gone, sharedWithClient: true }, { ...gone, sharedWithClient: false }), all, stranger)).toBeNull();
    });
  });

  it('tells those who watch over security of what happens at the door, and nobody else', () => {
    const refused = event({ kind: 'user.signInRefused', subject: 'user', subjectId: 'u7', related: [], accessBefore: null, accessAfter: null, progress: [] });
    const watcher = viewer('ADMIN', [['security.read', 'ORGANIZATION']]);
    expect(projectEvent(refused, all, watcher)).toMatchObject({ type: 'CHANGED', subject: 'security', id: 'u7', kind: 'user.signInRefused' });
    expect(projectEvent(refused, { ...all, subjects: ['security'] }, watcher)).not.toBeNull();
    expect(keysOf(refused)).toContain('subject:security');
    expect([projectEvent(refused, { ...all, subjects: ['task'] }, watcher), projectEvent(refused, all, admin), projectEvent(refused, all, client)]).toEqual([null, null, null]);
    expect(projectEvent({ ...refused, kind: 'user.updated' }, all, watcher)).toBeNull();
  });

  it('finds a client by what is theirs alone and belongs to no customer', () => {
    const own = event({ subject: 'lead', accessBefore: null, accessAfter: { ownerId: ids.me }, related: [], progress: [] });
    const audience = changeAudience({ ...viewer('CLIENT', [['lead.read', 'OWN']], [ids.customer]), userId: ids.me } as Actor, all);
    expect(audience.answer(own)).toMatchObject({ type: 'ENTERED' });
    expect(audience.keys.some((key) => keysOf(own).has(key))).toBe(true);
  });

  it('has no progress without work, and keeps sums of any size exact', () => {
    const progress = [{ ...node('project', ids.project, true), workTotal: '0', workDone: '0' }, { ...node('milestone', ids.milestone, true), workTotal: '9007199254740993', workDone: '90071992547409930000' }];
    expect(projectEvent(event({ progress }), all, client)?.progress).toMatchObject([
      { basisPoints: null, workTotal: 0n }, { basisPoints: 10_000, workTotal: 9007199254740993n, workDone: 90071992547409930000n },
    ]);
  });

  it('finds everybody who is told: whatever is told about an event, one of the audience\'s keys is among the event\'s', () => {
    const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
    const access = fc.option(fc.record({ customerId: some(ids.customer, ids.other, null), departmentId: some(ids.department, 'd9'), ownerId: some(ids.me, 'u9'), assigneeIds: some([], [ids.me]), sharedWithClient: fc.boolean() }), { nil: null });
    const nodes = fc.array(fc.tuple(some<ProgressChange['node']>('task', 'milestone', 'project'), some(...Object.values(ids)), fc.boolean(), access), { maxLength: 4 });
    const events = fc.record({
      subject: some('task', 'project', 'lead'), subjectId: some(ids.task, ids.project), related: fc.subarray([ids.project, ids.parent, ids.milestone]),
      accessBefore: access, accessAfter: access,
      progress: nodes.map((list) => list.map(([kind, id, isShared, own]) => node(kind, id, isShared, own ?? undefined))),
    });
    const questions = fc.record({ subjects: some(null, ['task'], ['project'], ['project', 'lead'], ['file']), recordId: some(null, ids.task, ids.project, ids.milestone) });
    let told = 0;
    fc.assert(fc.property(events, questions, some(client, stranger, admin, member, manager), (more, question, who) => {
      const happened = event(more);
      const audience = changeAudience(who as Actor, question);
      const answer = audience.answer(happened);
      if (answer === null) return;
      told++;
      const keys = keysOf(happened);
      expect(audience.keys.some((key) => keys.has(key))).toBe(true);
      for (const { node: kind, id } of answer.progress) {
        const source = happened.progress.filter((each) => each.id === id && each.node.toUpperCase() === kind);
        expect(who.tier !== 'CLIENT' || source.some((each) => each.sharedWithClient)).toBe(true);
      }
    }), { numRuns: 3_000 });
    expect(told).toBeGreaterThan(300);
  });

  it('puts those with equal rights and an equal question together, and nobody else', () => {
    const key = (who: Partial<Actor>, question = all as Parameters<typeof changeAudience>[1]): string => changeAudience({ ...client, ...who } as Actor, question).key;
    const different = [key({}), key({ abilityVersion: 'x' }), key({ tier: 'EMPLOYEE' }), key({ customerIds: [] }), key({}, { subjects: ['task'], recordId: null }), key({}, { subjects: null, recordId: ids.task })];
    expect(new Set(different).size).toBe(different.length);
    expect(key({})).toBe(key({ userId: 'somebody else' }));
  });
});
