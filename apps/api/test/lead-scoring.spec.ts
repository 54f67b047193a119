import { systemActor } from '@throughline/platform/access';
import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { RescoreLeads } from '../../../libs/sales/leads/scoring/rescore-leads.js';

const RULES = 'id version hotFrom warmFrom rules { key category label points when { fact is values value } }';
const READ = `{ leadScoring { ${RULES} } }`;
const UPDATE = `mutation ($input: UpdateLeadScoringInput!) { updateLeadScoring(input: $input) { leadScoring { ${RULES} } errors { code message path details } } }`;
const PREVIEW = `query ($profile: LeadScoringProfileInput!) { leadScoringPreview(profile: $profile) {
  looked changed ratings { rating before after } leads { displayName scoreBefore scoreAfter ratingBefore ratingAfter } } }`;
const CREATE = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id version score rating } errors { code message path } } }';
const LEAD = 'query ($id: ID!) { lead(id: $id) { version score rating scoreReasons { key label points } } }';
const HISTORY = 'query ($subject: String!, $id: ID!) { recordHistory(subject: $subject, id: $id) { version entries { id kind restorable actorTier changes { field before after } } } }';
const RESTORE = 'mutation ($input: RestoreRecordFieldsInput!) { restoreRecordFields(input: $input) { id errors { code message path } } }';

interface Rule { key: string; category: string; label: string; points: number; when: { fact: string; is: string; values: string[] | null; value: number | null }[] }
interface Scoring { id: string; version: number; hotFrom: number; warmFrom: number; rules: Rule[] }
interface LeadShape { id: string; version: number; score: number; rating: string }
interface History { recordHistory: { version: number; entries: { id: string; kind: string; restorable: string[]; actorTier: string; changes: { field: string; before: unknown; after: unknown }[] }[] } }

describe('lead scoring', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let manager: ApiClient;
  let closer: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    closer = await signInAs(api, agency.users.SALES_CLOSER.email);
    elsewhere = await signInAs(api, setUp.other.users.SALES_MANAGER.email);
  });
  afterAll(() => setUp?.close());

  const scoring = async (client = manager): Promise<Scoring> => (await client.ask<{ leadScoring: Scoring }>(READ)).leadScoring;
  const profile = ({ hotFrom, warmFrom, rules }: Scoring): object => ({ hotFrom, warmFrom, rules });
  const update = async (changed: Partial<Scoring>): Promise<Scoring> => {
    const { version, ...rest } = await scoring();
    return (await manager.ask<{ updateLeadScoring: { leadScoring: Scoring } }>(UPDATE, { input: { version, ...profile({ version, ...rest, ...changed }) } })).updateLeadScoring.leadScoring;
  };
  const create = async (input: object): Promise<LeadShape> => (await manager.ask<{ createLead: { lead: LeadShape } }>(CREATE, { input })).createLead.lead;
  const rescore = (): Promise<void> => api.app.nest.get(RescoreLeads, { strict: false }).handle({ actor: systemActor(agency.id, 'test') });
  const history = async (subject: string, id: string): Promise<History['recordHistory']> => (await manager.ask<History>(HISTORY, { subject, id })).recordHistory;

  it('begins with the usual rules, which whoever sells may read', async () => {
    const { version, hotFrom, warmFrom, rules } = await scoring(closer);
    expect({ version, hotFrom, warmFrom }).toEqual({ version: 1, hotFrom: 70, warmFrom: 40 });
    expect(rules).toHaveLength(23);
    expect(rules[0]).toEqual({ key: 'company', category: 'DEMOGRAPHIC', label: 'Names a company', points: 4, when: [{ fact: 'company', is: 'PRESENT', values: null, value: null }] });
  });

  it('is changed by those who keep it; open leads follow, with an event each and without making edits stale', async () => {
    const lead = await create({ name: 'Ana', company: 'Acme', phone: '+14155550100' });
    expect(lead).toMatchObject({ score: 8, rating: 'COLD' });
    const before = await scoring();
    const input = { version: before.version, ...profile(before), warmFrom: 30, rules: [...before.rules.filter(({ key }) => key !== 'phone'), { category: 'BEHAVIOUR', label: 'From Spain', points: 9, when: [{ fact: 'phone', is: 'PRESENT' }, { fact: 'company', is: 'ONE_OF', values: ['acme'] }] }] };
    const { updateLeadScoring: { leadScoring } } = await expectFourCallers<{ updateLeadScoring: { leadScoring: Scoring } }>({
      api, operation: UPDATE, variables: { input }, right: manager, wrongPerson: closer, wrongOrganization: elsewhere, separately: agency.id,
    });
    expect([leadScoring.version, leadScoring.warmFrom, leadScoring.rules.at(-1)?.key]).toEqual([before.version + 1, 30, 'from_spain']);
    expect(await owner.query(`SELECT kind FROM due_work WHERE organization_id = $1 AND kind = 'lead.rescore'`, [agency.id])).toMatchObject({ rows: [{ kind: 'lead.rescore' }] });
    await rescore();
    const { lead: after } = await manager.ask<{ lead: LeadShape & { scoreReasons: { key: string }[] } }>(LEAD, { id: lead.id });
    expect([after.score, after.version, after.scoreReasons.map(({ key }) => key)]).toEqual([13, lead.version, ['company', 'from_spain']]);
    const [latest] = (await history('lead', lead.id)).entries;
    expect([latest?.kind, latest?.actorTier, latest?.changes]).toMatchObject(['lead.rescored', 'SYSTEM', [{ field: 'score', before: 8, after: 13 }]]);
    const events = async (): Promise<string> => (await owner.query<{ count: string }>(`SELECT count(*) FROM event WHERE kind = 'lead.rescored'`)).rows[0]!.count;
    const once = await events();
    await rescore();
    expect(await events()).toBe(once);
  });

  it('refuses a stale save with what holds now, and what makes no sense by name', async () => {
    const { version, ...rest } = await scoring();
    await update({ hotFrom: 65 });
    expect((await manager.send(UPDATE, { input: { version, ...profile({ version, ...rest }) } })).data).toMatchObject({ updateLeadScoring: { leadScoring: null, errors: [{ code: 'CONFLICT', details: { currentVersion: version + 1, current: { hot_from: 65 } } }] } });
    const now = await scoring();
    const refused = (await manager.send(UPDATE, { input: { version: now.version, ...profile(now), warmFrom: 90 } })).data;
    expect(refused).toMatchObject({ updateLeadScoring: { errors: [{ code: 'VALIDATION_FAILED', path: ['warmFrom'], message: 'A lead gets warm before it gets hot.' }] } });
  });

  it('shows beforehand what would become of real leads, and changes nothing', async () => {
    await create({ name: 'Berta', company: 'Bakery' });
    await rescore();
    const now = await scoring();
    const rules = now.rules.map((rule) => (rule.key === 'company' ? { ...rule, points: 80 } : rule));
    const stored = await owner.query('SELECT id, score, version FROM lead ORDER BY id');
    const { leadScoringPreview: preview } = await manager.ask<{ leadScoringPreview: { looked: number; changed: number; ratings: object[]; leads: { displayName: string; scoreBefore: number; scoreAfter: number; ratingAfter: string }[] } }>(PREVIEW, { profile: { ...profile(now), rules } });
    expect([preview.looked, preview.changed]).toEqual([2, 2]);
    expect(preview.ratings).toEqual([{ rating: 'HOT', before: 0, after: 2 }, { rating: 'WARM', before: 0, after: 0 }, { rating: 'COLD', before: 2, after: 0 }]);
    expect(preview.leads.find(({ displayName }) => displayName === 'Berta')).toMatchObject({ scoreBefore: 4, scoreAfter: 80, ratingAfter: 'HOT' });
    expect((await owner.query('SELECT id, score, version FROM lead ORDER BY id')).rows).toEqual(stored.rows);
    expect(codesOf(await closer.send(PREVIEW, { profile: profile(now) }))).toEqual(['FORBIDDEN']);
    expect((await elsewhere.ask<{ leadScoringPreview: { looked: number } }>(PREVIEW, { profile: profile(now) })).leadScoringPreview.looked).toBe(0);
  });

  it('does not find out by a rule what is hidden from whoever tries it', async () => {
    const now = await scoring();
    await owner.query(`INSERT INTO role_grant (id, organization_id, role_id, permission, scope, fields, effect) VALUES (gen_random_uuid(), $1, $2, 'lead.read', 'ORGANIZATION', '{budget}', 'DENY')`, [agency.id, agency.roles.SALES_MANAGER]);
    await owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [agency.id]);
    const looked = async (rules: readonly object[]): Promise<number> => (await manager.ask<{ leadScoringPreview: { looked: number } }>(PREVIEW, { profile: { ...profile(now), rules } })).leadScoringPreview.looked;
    expect(await looked(now.rules.filter(({ key }) => key === 'company'))).toBe(2);
    expect(await looked(now.rules.filter(({ key }) => key === 'budget'))).toBe(0);
    await owner.query(`DELETE FROM role_grant WHERE effect = 'DENY' AND permission = 'lead.read'`);
    await owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [agency.id]);
  });

  it('gives rules back as they were before an edit, and leaves those that changed since then', async () => {
    const now = await scoring();
    await update({ rules: [...now.rules.filter(({ key }) => key !== 'company').map((rule) => (rule.key === 'visits' ? { ...rule, points: 99 } : rule)), { key: 'added', category: 'BEHAVIOUR', label: 'Added', points: 1, when: [{ fact: 'city', is: 'PRESENT', values: null, value: null }] }] });
    const [edit] = (await history('leadScoring', now.id)).entries;
    expect(edit?.changes).toMatchObject([{ field: 'rules', before: { company: { points: 4 }, visits: { points: 3 }, added: null }, after: { company: null, visits: { points: 99 }, added: { points: 1 } } }]);
    await update({ rules: (await scoring()).rules.map((rule) => (rule.key === 'budget' ? { ...rule, points: 20 } : rule)) });
    const { version } = await history('leadScoring', now.id);
    await manager.ask(RESTORE, { input: { subject: 'leadScoring', id: now.id, version, eventId: edit!.id, fields: ['rules'] } });
    const points = Object.fromEntries((await scoring()).rules.map(({ key, points: each }) => [key, each]));
    expect([points['company'], points['visits'], points['added'], points['budget']]).toEqual([4, 3, undefined, 20]);
  });
});
