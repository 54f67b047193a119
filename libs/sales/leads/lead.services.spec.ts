import { newId } from '@throughline/platform/kernel';
import { problems, refusal, type SalesTestBed, salesTestBed } from './testing/test-bed.js';
import type { LeadStatus } from './lead.workflow.js';

let bed: SalesTestBed;
beforeAll(async () => (bed = await salesTestBed()));
afterAll(() => bed.close());

interface Stored {
  id: string; version: number; status: LeadStatus; status_reason: string | null; display_name: string; dedupe_key: string; owner_id: string | null; department_id: string | null;
  score: number; rating: string; score_reasons: { key: string; points: number }[]; budget_minor: string | null; currency: string; first_response_at: Date | null; last_contact_at: Date | null;
  closed_at: Date | null; qualified_at: Date | null; assigned_at: Date | null; tags: string[]; requested_services: string[]; email: string | null; score_adjustment: number;
}
const stored = async (id: string): Promise<Stored> => (await bed.rows<Stored>('SELECT * FROM lead WHERE id = $1', [id]))[0]!;
const make = (facts: Parameters<SalesTestBed['leads']['create']>[1] = {}): Promise<string> => bed.leads.create(bed.manager, { name: 'Ana Ruiz', ...facts });
const QUALIFIED = { budgetMinor: 500_000n, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' } as const;
const qualified = async (facts: Parameters<SalesTestBed['leads']['create']>[1] = {}): Promise<string> => {
  const id = await make(facts);
  await bed.progress.qualify(bed.manager, { id, version: 1, ...QUALIFIED });
  return id;
};

describe('LeadService', () => {
  it('stores normalized facts with score, key and shown name, and records one event', async () => {
    const id = await make({ name: ' Ana  Ruiz', company: 'Acme', email: 'ANA@acme.example.com', phone: '+1 (415) 555-0100', requestedServices: ['seo', 'Web', 'SEO'], tags: ['Hot', 'hot'], budgetMinor: 100_000n });
    expect(await stored(id)).toMatchObject({
      version: 1, status: 'NEW', display_name: 'Ana Ruiz', dedupe_key: 'email:ana@acme.example.com', owner_id: bed.organization.users.SALES_MANAGER.id,
      department_id: bed.organization.departments.sales, budget_minor: '100000', currency: 'USD', requested_services: ['SEO', 'WEB'], tags: ['Hot'], score: 34, rating: 'COLD',
    });
    expect((await stored(id)).score_reasons.map((reason) => [reason.key, reason.points])).toEqual([['company', 4], ['business_email', 4], ['phone', 4], ['services', 8], ['budget', 14]]);
    const events = await bed.events(id);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'lead.created', historical: false, changes: { email: { before: null, after: 'ana@acme.example.com' }, score: { before: 0, after: 34 } } });
    expect(events[0]!.changes).not.toHaveProperty('dedupeKey');
  });

  it('shows whoever has no name by company, then by number, and never by address', async () => {
    expect((await stored(await make({ name: null, company: 'Acme' }))).display_name).toBe('Acme');
    expect((await stored(await make({ name: null, externalId: 'X-7' }))).display_name).toBe('Lead X-7');
    expect((await stored(await make({ name: null, email: 'a@example.org' }))).display_name).toBe('Unnamed lead');
  });

  it('refuses somebody of whom nothing is known, and each value that makes no sense', async () => {
    expect(await refusal(make({ name: ' ' }))).toEqual(['VALIDATION_FAILED name']);
    expect(await refusal(make({ email: 'x', phone: 'y', website: 'z', budgetMinor: -1n }))).toEqual([
      'VALIDATION_FAILED email', 'VALIDATION_FAILED phone', 'VALIDATION_FAILED website', 'VALIDATION_FAILED budget',
    ]);
  });

  it('creates for others by right only', async () => {
    const own = bed.actor(['lead.read:OWN', 'lead.create:OWN']);
    expect(await refusal(bed.leads.create(own, { name: 'A', ownerId: bed.organization.users.SALES_AGENT.id }))).toEqual(['FORBIDDEN ownerId']);
    expect(await refusal(bed.leads.create(own, { name: 'A', ownerId: null }))).toEqual(['FORBIDDEN ownerId']);
    expect(await refusal(bed.leads.create(bed.manager, { name: 'A', ownerId: newId() }))).toEqual(['NOT_FOUND ownerId']);
    expect(await refusal(bed.leads.create(bed.manager, { name: 'A', ownerId: bed.other.users.SALES_AGENT.id }))).toEqual(['NOT_FOUND ownerId']);
    expect(await stored(await bed.leads.create(own, { name: 'A' }))).toMatchObject({ owner_id: own.userId, department_id: bed.organization.departments.sales });
  });

  it('puts what marketing brings into the queue of sales', async () => {
    const { MARKETING } = bed.organization.users;
    const id = await bed.leads.create(bed.actor(['lead.read', 'lead.create'], MARKETING.id), { name: 'From the fair' });
    expect(await stored(id)).toMatchObject({ owner_id: MARKETING.id, department_id: bed.organization.departments.sales });
  });

  it('updates what changed, and the score with it', async () => {
    const id = await make({ company: 'Acme' });
    await bed.leads.update(bed.manager, id, 1, { name: 'Ana Ruiz', phone: '+14155550100', tags: ['a'] });
    await bed.leads.update(bed.manager, id, 2, { name: ' Ana Ruiz ' });
    expect(await stored(id)).toMatchObject({ version: 2, score: 8, dedupe_key: 'phone:+14155550100' });
    const events = await bed.events(id);
    expect(events.map((event) => event.kind)).toEqual(['lead.created', 'lead.updated']);
    expect(events[1]!.changes).toEqual({ phone: { before: null, after: '+14155550100' }, tags: { before: [], after: ['a'] }, score: { before: 4, after: 8 } });
  });

  it('refuses a stale version and shows who changed what', async () => {
    const id = await make();
    await bed.leads.update(bed.manager, id, 1, { company: 'First' });
    expect(await problems(bed.leads.update(bed.manager, id, 1, { company: 'Second' }))).toMatchObject([
      { code: 'CONFLICT', path: ['version'], details: { currentVersion: 2, changedBy: 'sales manager', current: { company: 'First' } } },
    ]);
    expect(await problems(bed.leads.update(bed.manager, id, 1, {}))).toMatchObject([{ code: 'CONFLICT' }]);
  });
});

describe('LeadProgressService.contact', () => {
  it('makes a NEW lead CONTACTED when somebody was reached, and keeps the first response', async () => {
    const id = await make();
    await bed.progress.contact(bed.manager, { id, version: 1, kind: 'CALL', reached: false, at: new Date('2026-11-01T10:00:00Z') });
    expect(await stored(id)).toMatchObject({ status: 'NEW', first_response_at: null, last_contact_at: new Date('2026-11-01T10:00:00Z') });
    await bed.progress.contact(bed.manager, { id, version: 2, kind: 'EMAIL', reached: true, note: ' Wants a\ncall ', at: new Date('2026-11-02T10:00:00Z') });
    await bed.progress.contact(bed.manager, { id, version: 3, kind: 'CALL', reached: true, at: new Date('2026-11-03T10:00:00Z') });
    await bed.progress.contact(bed.manager, { id, version: 4, kind: 'CALL', reached: true, at: new Date('2026-11-02T12:00:00Z') });
    expect(await stored(id)).toMatchObject({ version: 5, status: 'CONTACTED', first_response_at: new Date('2026-11-02T10:00:00Z'), last_contact_at: new Date('2026-11-03T10:00:00Z') });
    const events = await bed.events(id);
    expect(events.map((event) => event.kind)).toEqual(['lead.created', 'lead.contacted', 'lead.contacted', 'lead.contacted', 'lead.contacted']);
    expect(events[2]!.changes).toMatchObject({ status: { before: 'NEW', after: 'CONTACTED' }, channel: { before: null, after: 'EMAIL' }, reached: { before: null, after: true }, note: { before: null, after: 'Wants a\ncall' } });
  });

  it('refuses the future and closed leads', async () => {
    const id = await make();
    expect(await refusal(bed.progress.contact(bed.manager, { id, version: 1, kind: 'CALL', reached: true, at: new Date(Date.now() + 60_000) }))).toEqual(['VALIDATION_FAILED at']);
    await bed.progress.close(bed.manager, 'LOSE', { id, version: 1, reason: 'Gone' });
    expect(await problems(bed.progress.contact(bed.manager, { id, version: 2, kind: 'CALL', reached: true }))).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', path: ['status'], details: { state: 'LOST', move: 'CONTACT', allowedMoves: ['REOPEN'] } },
    ]);
  });
});

describe('LeadProgressService.qualify', () => {
  it('stores the answers, moves the lead and explains the score', async () => {
    const id = await qualified({ company: 'Acme' });
    expect(await stored(id)).toMatchObject({ status: 'QUALIFIED', budget_minor: '500000', score: 60, rating: 'WARM' });
    expect((await stored(id)).first_response_at).not.toBeNull();
    expect((await bed.events(id)).at(-1)).toMatchObject({ kind: 'lead.qualified', changes: { status: { before: 'NEW', after: 'QUALIFIED' }, need: { before: null, after: 'EXPLICIT' }, score: { before: 4, after: 60 } } });
  });

  it('takes answers that were given before, and names those that are missing', async () => {
    const id = await make({ budgetMinor: 0n, authority: 'NO' });
    expect(await refusal(bed.progress.qualify(bed.manager, { id, version: 1, need: 'NONE' }))).toEqual(['VALIDATION_FAILED timeline', 'VALIDATION_FAILED need']);
    expect(await stored(id)).toMatchObject({ version: 1, status: 'NEW' });
    await bed.progress.qualify(bed.manager, { id, version: 1, need: 'IMPLIED', timeline: 'OVER_TWELVE_MONTHS' });
    expect((await stored(id)).status).toBe('QUALIFIED');
    expect(await refusal(bed.progress.qualify(bed.manager, { id, version: 2, ...QUALIFIED }))).toEqual(['ILLEGAL_TRANSITION status']);
  });

  it('has one winner of two at once', async () => {
    const id = await make();
    const outcomes = await Promise.all([1, 2].map(() => refusal(bed.progress.qualify(bed.manager, { id, version: 1, ...QUALIFIED }))));
    expect(outcomes.flat()).toEqual(['ILLEGAL_TRANSITION status']);
    expect((await bed.events(id)).filter((event) => event.kind === 'lead.qualified')).toHaveLength(1);
  });
});

describe('LeadProgressService.adjustScore', () => {
  it('adds points with a reason until they are taken away', async () => {
    const id = await make();
    await bed.progress.adjustScore(bed.manager, { id, version: 1, points: 75, reason: 'Old friend' });
    expect(await stored(id)).toMatchObject({ score: 75, rating: 'HOT', score_reasons: [{ key: 'manual', category: 'MANUAL', label: 'Old friend', points: 75 }] });
    await bed.leads.update(bed.manager, id, 2, { company: 'Acme' });
    expect((await stored(id)).score).toBe(79);
    await bed.progress.adjustScore(bed.manager, { id, version: 3, points: 0, reason: 'A mistake' });
    expect(await stored(id)).toMatchObject({ score: 4, score_adjustment: 0 });
    expect((await bed.events(id)).at(-1)!.changes).toMatchObject({ reason: { before: null, after: 'A mistake' }, score: { before: 79, after: 4 } });
  });

  it.each([[101, 'x', 'points'], [-101, 'x', 'points'], [1.5, 'x', 'points'], [10, '  ', 'reason']])('refuses %d points because %j', async (points, reason, path) => {
    const id = await make();
    expect(await refusal(bed.progress.adjustScore(bed.manager, { id, version: 1, points, reason }))).toEqual([`VALIDATION_FAILED ${path}`]);
  });
});

describe('LeadProgressService.close', () => {
  it('loses, reopens and disqualifies with reasons', async () => {
    const id = await make();
    await bed.progress.close(bed.manager, 'LOSE', { id, version: 1, reason: ' Too expensive ' });
    expect(await stored(id)).toMatchObject({ status: 'LOST', status_reason: 'Too expensive' });
    expect((await stored(id)).closed_at).not.toBeNull();
    await bed.progress.close(bed.manager, 'REOPEN', { id, version: 2, reason: 'Called back' });
    expect(await stored(id)).toMatchObject({ status: 'NEW', status_reason: null, closed_at: null });
    await bed.progress.close(bed.manager, 'DISQUALIFY', { id, version: 3, reason: 'Student' });
    expect((await stored(id)).status).toBe('DISQUALIFIED');
    expect((await bed.events(id)).map((event) => event.kind)).toEqual(['lead.created', 'lead.lost', 'lead.reopened', 'lead.disqualified']);
    expect((await bed.events(id))[2]!.changes).toMatchObject({ reason: { before: null, after: 'Called back' } });
  });

  it('wants a reason and a legal move', async () => {
    const id = await make();
    expect(await refusal(bed.progress.close(bed.manager, 'LOSE', { id, version: 1, reason: ' ' }))).toEqual(['VALIDATION_FAILED reason']);
    expect(await refusal(bed.progress.close(bed.manager, 'REOPEN', { id, version: 1, reason: 'x' }))).toEqual(['ILLEGAL_TRANSITION status']);
    expect(await refusal(bed.progress.close(bed.manager, 'LOSE', { id, version: 9, reason: 'x' }))).toEqual(['CONFLICT version']);
    expect((await stored(id)).version).toBe(1);
  });
});

describe('permissions of single leads', () => {
  const operations: [string, string, (id: string) => (caller: Parameters<SalesTestBed['leads']['create']>[0]) => Promise<unknown>][] = [
    ['update', 'lead.update', (id) => (caller) => bed.leads.update(caller, id, 1, { company: 'X' })],
    ['contact', 'lead.contact', (id) => (caller) => bed.progress.contact(caller, { id, version: 1, kind: 'CALL', reached: true })],
    ['qualify', 'lead.qualify', (id) => (caller) => bed.progress.qualify(caller, { id, version: 1, ...QUALIFIED })],
    ['score', 'lead.score', (id) => (caller) => bed.progress.adjustScore(caller, { id, version: 1, points: 1, reason: 'x' })],
    ['lose', 'lead.lose', (id) => (caller) => bed.progress.close(caller, 'LOSE', { id, version: 1, reason: 'x' })],
    ['disqualify', 'lead.disqualify', (id) => (caller) => bed.progress.close(caller, 'DISQUALIFY', { id, version: 1, reason: 'x' })],
    ['assign', 'lead.assign', (id) => (caller) => bed.assignment.assign(caller, { id, version: 1, ownerId: null })],
  ];

  it.each(operations)('%s needs %s on the record, and hides what may not be seen', async (_, permission, operation) => {
    const id = await make();
    const run = operation(id);
    expect(await refusal(run(bed.outsider))).toEqual(['NOT_FOUND id']);
    expect(await refusal(run(bed.actor(['lead.read:OWN', `${permission}:OWN`])))).toEqual(['NOT_FOUND id']);
    expect(await refusal(run(bed.actor(['lead.read:DEPARTMENT'])))).toEqual(['FORBIDDEN']);
    expect(await refusal(run(bed.actor(['lead.read:DEPARTMENT', `${permission}:OWN`])))).toEqual(['FORBIDDEN']);
    expect((await stored(id)).version).toBe(1);
    expect(await bed.events(id)).toHaveLength(1);
    expect(await refusal(run(bed.actor(['lead.read:DEPARTMENT', `${permission}:DEPARTMENT`])))).toEqual([]);
    expect((await stored(id)).version).toBe(2);
  });

  it('a missing lead looks like a hidden one', async () => {
    expect(await problems(bed.leads.update(bed.manager, newId(), 1, {}))).toEqual(await problems(bed.leads.update(bed.outsider, await make(), 1, {})));
  });
});

describe('LeadAssignmentService', () => {
  it('gives a lead to somebody, with their department, and back into the queue', async () => {
    const id = await make();
    await bed.assignment.assign(bed.manager, { id, version: 1, ownerId: bed.organization.users.ACCOUNT_MANAGER.id });
    expect(await stored(id)).toMatchObject({ owner_id: bed.organization.users.ACCOUNT_MANAGER.id, department_id: bed.organization.departments.clientServices });
    await bed.assignment.assign(bed.manager, { id, version: 2, ownerId: null });
    expect(await stored(id)).toMatchObject({ owner_id: null, assigned_at: null, department_id: bed.organization.departments.clientServices });
    expect((await bed.events(id)).at(-1)).toMatchObject({ kind: 'lead.assigned', access_before: { ownerId: bed.organization.users.ACCOUNT_MANAGER.id }, access_after: { ownerId: null } });
    expect(await refusal(bed.assignment.assign(bed.manager, { id, version: 3, ownerId: bed.other.users.SALES_AGENT.id }))).toEqual(['NOT_FOUND ownerId']);
  });

  it('lets one of two take a lead that nobody owns', async () => {
    const id = await make({ ownerId: null });
    const claim = (userId: string): Promise<string[]> => refusal(bed.assignment.claim(bed.actor(['lead.read:DEPARTMENT', 'lead.claim:DEPARTMENT'], userId), id));
    const outcomes = await Promise.all([claim(bed.organization.users.SALES_CLOSER.id), claim(bed.organization.users.SALES_AGENT.id)]);
    expect(outcomes.flat()).toEqual(['PRECONDITION_FAILED id']);
    const owner = (await stored(id)).owner_id!;
    expect(await claim(owner)).toEqual([]);
    expect((await bed.events(id)).map((event) => event.kind)).toEqual(['lead.created', 'lead.assigned']);
  });

  it('does many at once and says why the others were left', async () => {
    const [mine, lost, foreign] = [await make(), await make(), await bed.leads.create(bed.outsider, { name: 'Foreign' })];
    await bed.progress.close(bed.manager, 'LOSE', { id: lost, version: 1, reason: 'x' });
    const missing = newId();
    const result = await bed.assignment.closeMany(bed.manager, [mine, lost, foreign, missing, mine], 'DISQUALIFY', 'Spam');
    expect(result.done).toEqual([mine]);
    expect(result.skipped.map(({ id, code }) => [id, code])).toEqual([[lost, 'ILLEGAL_TRANSITION'], [foreign, 'NOT_FOUND'], [missing, 'NOT_FOUND']]);
    expect((await stored(mine)).status).toBe('DISQUALIFIED');
  });

  it('tags many, without doubles and without touching those that have it', async () => {
    const [a, b] = [await make({ tags: ['old', 'Keep'] }), await make({ tags: ['new'] })];
    expect(await bed.assignment.tagMany(bed.manager, [a, b], ['New'], ['OLD'])).toMatchObject({ done: [a, b], skipped: [] });
    expect([await stored(a), await stored(b)].map(({ tags, version }) => [tags, version])).toEqual([[['Keep', 'new'], 2], [['new'], 1]]);
  });

  it('assigns many, each by right', async () => {
    const [a, b] = [await make(), await make({ departmentId: bed.organization.departments.marketing })];
    const caller = bed.actor(['lead.read', 'lead.assign:DEPARTMENT']);
    const result = await bed.assignment.assignMany(caller, [a, b], bed.organization.users.SALES_AGENT.id);
    expect([result.done, result.skipped.map(({ id, code }) => [id, code])]).toEqual([[a], [[b, 'FORBIDDEN']]]);
    expect(await refusal(bed.assignment.assignMany(bed.manager, [a], newId()))).toEqual(['NOT_FOUND ownerId']);
    expect(await refusal(bed.assignment.assignMany(bed.manager, Array.from({ length: 501 }, () => newId()), null))).toEqual(['LIMIT_EXCEEDED ids']);
  });
});
