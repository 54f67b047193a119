import { request } from 'node:http';
import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { RefusalLog, systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { ConsumedEvent } from '@throughline/platform/events';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { SecurityAlerts } from '../../../libs/identity/audit/monitor/security-alerts.js';
import type { RefusalRecorder } from '../../../libs/identity/audit/refusals/refusal-recorder.js';

const OVERVIEW = '{ securityOverview(hours: 24) { hours totals { key count before kinds } perHour { key count } people { userId name total counts { key count } } addresses { address total } } }';
const THRESHOLD = 'mutation ($input: UpdateSecurityThresholdInput!) { updateSecurityThreshold(input: $input) { threshold { key most minutes active version } errors { code path } } }';
const REVIEW = 'query ($dormantOnly: Boolean! = false, $first: Int! = 200, $after: ID) { accessReview(dormantOnly: $dormantOnly, first: $first, after: $after) { olderThan totalCount dueCount dormantCount nodes { id userId userName roleName since dormant due decision decidedByName } } }';
const DECIDE = 'mutation ($input: DecideAccessReviewInput!) { decideAccessReview(input: $input) { id errors { code message path } } }';

interface Overview { securityOverview: { totals: { key: string; count: number; kinds: string[] }[]; people: { userId: string; name: string; total: number; counts: { key: string; count: number }[] }[]; addresses: { address: string }[] } }
interface Reviewed { id: string; userId: string; roleName: string; decision: string | null; decidedByName: string | null; since: string; dormant: boolean }
interface Review { accessReview: { olderThan: string | null; totalCount: number; dormantCount: number; nodes: Reviewed[] } }

describe('watching over security', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let hr: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    admin = await signInAs(api, agency.users.ADMIN.email);
    hr = await signInAs(api, agency.users.HR.email);
    elsewhere = await signInAs(api, other.users.ADMIN.email);
  });
  afterAll(() => setUp?.close());

  const flush = (): Promise<void> => (api.app.nest.get(RefusalLog, { strict: false }) as RefusalRecorder).flush();

  it('counts refusals by what, person and address, for those who watch', async () => {
    for (let count = 0; count < 4; count++) await hr.send('{ deals { nodes { id } } }');
    await new ApiClient(api.url).send('mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }', { input: { email: agency.users.QA_REVIEWER.email, password: 'wrong password' } });
    await flush();
    expect(codesOf(await hr.send(OVERVIEW))).toEqual(['FORBIDDEN']);
    expect(codesOf(await new ApiClient(api.url).send(OVERVIEW))).toEqual(['UNAUTHENTICATED']);
    await flush();
    const { securityOverview } = await admin.ask<Overview>(OVERVIEW);
    const counts = Object.fromEntries(securityOverview.totals.map(({ key, count }) => [key, count]));
    expect(counts).toMatchObject({ ACCESS_REFUSED: 5, SIGN_IN_REFUSED: 1, EXPORTED: 0 });
    expect(securityOverview.totals.find(({ key }) => key === 'ACCESS_REFUSED')?.kinds).toEqual(['access.refused']);
    expect(securityOverview.people).toContainEqual({ userId: agency.users.HR.id, name: 'hr', total: 5, counts: [{ key: 'ACCESS_REFUSED', count: 5 }] });
    expect(securityOverview.people.map(({ userId }) => userId)).toContain(agency.users.QA_REVIEWER.id);
    expect(securityOverview.addresses.map(({ address }) => address)).toEqual(['127.0.0.1']);
    expect(codesOf(await admin.send('{ securityOverview(hours: 999) { hours } }'))).toEqual(['VALIDATION_FAILED']);
    expect((await elsewhere.ask<Overview>(OVERVIEW)).securityOverview.people).toEqual([]);
  });

  it('alerts administrators once when a threshold is reached', async () => {
    const alerts = api.app.nest.get(SecurityAlerts, { strict: false });
    const unitOfWork = api.app.nest.get(UnitOfWork, { strict: false });
    const told = async (): Promise<{ alerts: number; mails: number }> => {
      const { rows: [row] } = await owner.query<{ alerts: number; mails: number }>(
        `SELECT (SELECT count(*)::int FROM event WHERE kind = 'security.alert' AND organization_id = $1) AS alerts, (SELECT count(*)::int FROM outgoing_mail WHERE kind = 'security.alert' AND organization_id = $1) AS mails`, [agency.id]);
      return row!;
    };
    const consume = (): Promise<void> => {
      const actor = systemActor(agency.id);
      return unitOfWork.run(actor, (work) => alerts.consume({ kind: 'access.refused', subjectId: agency.users.HR.id } as ConsumedEvent, actor, work));
    };
    await consume();
    expect(await told()).toEqual({ alerts: 0, mails: 0 });
    const input = { key: 'ACCESS_REFUSED', most: 2, minutes: 10, active: true, version: 0 };
    await expectFourCallers({ api, operation: THRESHOLD, variables: { input }, right: admin, wrongPerson: hr, wrongOrganization: await signInAs(api, (await seedOrganization(api.database, 'Third')).users.HR.email), codes: { wrongOrganization: 'FORBIDDEN' } });
    await consume();
    await consume();
    // Two administrators: the superadmin and the admin.
    expect(await told()).toEqual({ alerts: 1, mails: 2 });
    expect(codesOf(await admin.send(THRESHOLD, { input }))).toEqual(['CONFLICT']);
    expect(await admin.ask(THRESHOLD, { input: { ...input, active: false, version: 1 } })).toMatchObject({ updateSecurityThreshold: { threshold: { active: false, version: 2 } } });
    expect(codesOf(await admin.send(THRESHOLD, { input: { ...input, most: 0 } }))).toEqual(['VALIDATION_FAILED']);
  });

  describe('access review', () => {
    const review = async (variables: object = {}, client = admin): Promise<Review['accessReview']> => (await client.ask<Review>(REVIEW, variables)).accessReview;
    const of = async (userId: string): Promise<Reviewed> => (await review()).nodes.find((node) => node.userId === userId)!;

    it('shows who holds what, since when, and who does not use it', async () => {
      await owner.query(`UPDATE user_account SET last_sign_in_at = now() - interval '70 days' WHERE id = $1`, [agency.users.MARKETING.id]);
      expect(await of(agency.users.MARKETING.id)).toMatchObject({ roleName: 'Marketing', dormant: true, decision: null, since: expect.stringMatching(/^20/) as string });
      expect((await review({ dormantOnly: true })).nodes.map(({ userId }) => userId)).toEqual([agency.users.MARKETING.id]);
      const everything = await review();
      expect([everything.dormantCount, everything.totalCount]).toEqual([1, everything.nodes.length]);
      const first = await review({ first: 5 });
      const second = await review({ first: 5, after: first.olderThan });
      expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(10);
      expect(codesOf(await hr.send(REVIEW))).toEqual(['FORBIDDEN']);
      expect((await review({}, elsewhere)).nodes.some(({ userId }) => userId === agency.users.HR.id)).toBe(false);
    });

    it('records what was decided, and takes roles away', async () => {
      const marketing = await of(agency.users.MARKETING.id);
      await expectFourCallers({ api, operation: DECIDE, variables: { input: { id: marketing.id, decision: 'CONFIRMED', note: 'On leave' } }, right: admin, wrongPerson: hr, wrongOrganization: elsewhere });
      expect(await of(agency.users.MARKETING.id)).toMatchObject({ decision: 'CONFIRMED', decidedByName: 'admin' });
      const analyst = await of(agency.users.ANALYST.id);
      await admin.ask(DECIDE, { input: { id: analyst.id, decision: 'REVOKED' } });
      expect(await of(agency.users.ANALYST.id)).toBeUndefined();
      const { rows } = await owner.query(`SELECT decision FROM access_review_decision WHERE user_id = $1`, [agency.users.ANALYST.id]);
      expect(rows).toEqual([{ decision: 'REVOKED' }]);
      expect(codesOf(await admin.send(DECIDE, { input: { id: analyst.id, decision: 'CONFIRMED' } }))).toEqual(['NOT_FOUND']);
      const superadmin = await of(agency.users.SUPERADMIN.id);
      expect(codesOf(await admin.send(DECIDE, { input: { id: superadmin.id, decision: 'REVOKED' } }))).toEqual(['FORBIDDEN']);
    });

    it('goes out as CSV, and that is in the log', async () => {
      const [nobody, wrong, right] = await Promise.all([new ApiClient(api.url), hr, admin].map((client) => download(client, '/files/audit/access-review.csv')));
      expect([nobody?.status, wrong?.status, right?.status]).toEqual([401, 403, 200]);
      expect(right?.body).toContain('marketing,');
      const { rows } = await owner.query(`SELECT d.changes->'what'->>'after' AS what FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = 'data.exported'`);
      expect(rows).toEqual([{ what: 'accessReview' }]);
    });
  });

  function download(client: ApiClient, path: string): Promise<{ status: number; body: string }> {
    return new Promise((done, fail) => {
      request(`${api.url}${path}`, { headers: { cookie: `${ACCESS_COOKIE}=${client.cookie(ACCESS_COOKIE) ?? ''}` } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail).on('end', () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      }).on('error', fail).end();
    });
  }
});
