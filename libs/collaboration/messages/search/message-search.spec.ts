import { createTestDatabase, seedOrganization, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { insertPrivateChannel } from '../testing/chat-rows.js';

const CHANNELS = 70;
const MESSAGES = 6_000;

/** The function against a plain scan that says the same: every way of looking, few channels and many, rare words and common ones. */
describe('app.search_message', () => {
  let database: TestDatabase;
  let owner: Client;
  let agency: TestOrganization;
  let channels: string[];
  let people: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(database);
    people = [agency.users.HR.id, agency.users.ANALYST.id, agency.users.ADMIN.id];
    channels = [];
    for (let index = 0; index < CHANNELS; index++) channels.push(await insertPrivateChannel(owner, agency.id, [people[0]!]));
    // Every other message is in the first channel; one in three is the client's, one in forty has a file, one in 500 a rare word.
    await owner.query(
      `INSERT INTO message (id, organization_id, channel_id, sequence, client_sequence, shared_with_client, shared_at, author_id, body, deleted_at, has_files, created_at)
       SELECT gen_random_uuid(), $1, CASE WHEN n % 2 = 0 THEN ($2::uuid[])[1] ELSE ($2::uuid[])[2 + n / 2 % ($3 - 1)] END, n, CASE WHEN n % 3 = 0 THEN n END, n % 3 = 0,
         CASE WHEN n % 3 = 0 THEN now() - ($5 - n) * interval '1 hour' + interval '30 minutes' END, ($4::uuid[])[1 + n % 3],
         CASE WHEN n % 1000 = 7 THEN NULL ELSE 'meeting number' || CASE WHEN n % 500 < 2 THEN ' zeppelin' ELSE '' END || CASE WHEN n % 4 = 0 THEN ' deadline' ELSE '' END END,
         CASE WHEN n % 1000 = 7 THEN now() END, n % 40 = 0, now() - ($5 - n) * interval '1 hour'
       FROM generate_series(1, $5::int) n`,
      [agency.id, channels, CHANNELS, people, MESSAGES],
    );
    await owner.query('ANALYZE message');
    await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [agency.id]);
  });
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
  });

  interface Question { search?: string[]; within: string[]; author?: string; since?: Date; until?: Date; files?: boolean; client?: boolean; before?: [Date, string]; most?: number }

  const found = async ({ search = [], within, author, since, until, files, client = false, before, most = 30 }: Question): Promise<string[]> =>
    (await owner.query<{ ids: string[] }>('SELECT app.search_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS ids', [search, within, author, since, until, files, client, before?.[0], before?.[1], most])).rows[0]!.ids;

  const scanned = async ({ search = [], within, author, since, until, files, client = false, before, most = 30 }: Question): Promise<string[]> => {
    const at = client ? 'shared_at' : 'created_at';
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM message WHERE organization_id = $1 AND channel_id = ANY ($2) AND deleted_at IS NULL AND (NOT $3 OR shared_with_client) AND ($4::uuid IS NULL OR author_id = $4) AND ($5::timestamptz IS NULL OR ${at} >= $5)
         AND ($6::timestamptz IS NULL OR ${at} < $6) AND ($7::boolean IS NULL OR has_files = $7) AND ($8::timestamptz IS NULL OR (${at}, id) < ($8, $9::uuid))
         AND (SELECT coalesce(bool_and(body ~ ('\\m' || word)), true) FROM unnest($10::text[]) AS word) ORDER BY ${at} DESC, id DESC LIMIT $11`,
      [agency.id, within, client, author, since, until, files, before?.[0], before?.[1], search, most],
    );
    return rows.map(({ id }) => id);
  };

  it('finds what a scan finds, whatever is asked', async () => {
    const day = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const words = [[], ['meeting'], ['meet', 'numb'], ['zeppelin'], ['meeting', 'zepp'], ['deadline']];
    const places = [channels, channels.slice(0, 1), channels.slice(1, 2), channels.slice(0, 20), channels.slice(3, 66)];
    const rest: Omit<Question, 'search' | 'within'>[] = [{}, { author: people[0]! }, { files: true }, { files: false, client: true }, { client: true }, { since: day(4_000), until: day(2_000) }, { client: true, author: people[1]!, until: day(100) }];
    let asked = 0;
    for (const search of words) {
      for (const within of places) {
        for (const more of rest) {
          const question = { search, within, ...more };
          expect({ search, channels: within.length, ...more, ids: await found(question) }).toEqual({ search, channels: within.length, ...more, ids: await scanned(question) });
          asked++;
        }
      }
    }
    expect(asked).toBe(210);
  });

  it.each([[[] as string[]], [['meeting']], [['zeppelin']]])('goes on behind a place, until nothing is left: %j', async (search) => {
    const within = channels.slice(1, 9);
    const pages: string[] = [];
    for (let before: [Date, string] | undefined; ;) {
      const ids = await found({ search, within, most: 60, ...(before ? { before } : {}) });
      if (ids.length === 0) break;
      pages.push(...ids);
      const { rows: [last] } = await owner.query<{ at: Date }>('SELECT created_at AS at FROM message WHERE id = $1', [ids.at(-1)]);
      before = [last!.at, ids.at(-1)!];
    }
    expect(pages).toEqual(await scanned({ search, within, most: MESSAGES }));
  });

  it('takes a word that nobody used for the nearest that somebody did, and finds nothing where there is none', async () => {
    const right = await found({ search: ['zeppelin'], within: channels });
    expect(right.length).toBeGreaterThan(0);
    for (const mistyped of ['zepelin', 'zeppelln', 'Zeppellin', 'zepplein']) expect([mistyped, await found({ search: [mistyped], within: channels })]).toEqual([mistyped, right]);
    for (const unknown of [['xylophone'], ['meeting', 'xylophone'], ['!!!']]) expect(await found({ search: unknown, within: channels })).toEqual([]);
  });

  it('finds nothing without channels, in another organization, or without one', async () => {
    expect(await found({ search: ['meeting'], within: [] })).toEqual([]);
    const other = await seedOrganization(database, 'Other');
    await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [other.id]);
    expect([await found({ search: ['meeting'], within: channels }), await found({ within: channels })]).toEqual([[], []]);
    await owner.query(`SELECT set_config('app.organization_id', '', false)`);
    expect([await found({ search: ['meeting'], within: channels }), await found({ within: channels })]).toEqual([[], []]);
    await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [agency.id]);
  });
});
