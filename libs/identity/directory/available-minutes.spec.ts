import { type Day, plusDays, type Weekday, WEEKDAYS } from '@throughline/identity/organizations';
import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, type TestDatabase, type TestOrganization } from '@throughline/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { availableMinutes, availableMinutesSql, type Days } from './available-minutes.js';

const WEEK: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const MONDAY = '2026-11-23';
const days = (from: number, length: number): Days => ({ from: plusDays(MONDAY, from), to: plusDays(MONDAY, from + length) });

const someDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 60 }).map((offset) => plusDays(MONDAY, offset));
const someDays: fc.Arbitrary<Days> = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, length]) => days(from, length));
const capacity = fc.record({ weeklyMinutes: fc.integer({ min: 0, max: 10_080 }), workDays: fc.subarray([...WEEKDAYS]) });

describe('available minutes', () => {
  it.each([
    ['a full week', { weeklyMinutes: 2400, workDays: WEEK }, days(0, 6), [], [], 2400],
    ['one day', { weeklyMinutes: 2400, workDays: WEEK }, days(0, 0), [], [], 480],
    ['a weekend', { weeklyMinutes: 2400, workDays: WEEK }, days(5, 1), [], [], 0],
    ['a week with a holiday', { weeklyMinutes: 2400, workDays: WEEK }, days(0, 6), [], ['2026-11-24'], 1920],
    ['a week with time off over the weekend', { weeklyMinutes: 2400, workDays: WEEK }, days(0, 6), [days(4, 3)], [], 1920],
    ['three days of 1000 minutes', { weeklyMinutes: 1000, workDays: ['MONDAY', 'TUESDAY', 'SUNDAY'] as Weekday[] }, days(0, 0), [], [], 333],
    ['nobody who works on no day', { weeklyMinutes: 2400, workDays: [] }, days(0, 6), [], [], 0],
    ['days the wrong way round', { weeklyMinutes: 2400, workDays: WEEK }, { from: plusDays(MONDAY, 3), to: MONDAY }, [], [], 0],
  ])('of %s', (_, person, asked, timeOff, holidays, minutes) => {
    expect(availableMinutes(person, asked, timeOff, holidays)).toBe(minutes);
  });

  it('never grow by time off or holidays, and are those of the parts together', () => {
    fc.assert(fc.property(capacity, fc.array(someDays, { maxLength: 4 }), fc.array(someDay, { maxLength: 4 }), someDays, (person, timeOff, holidays, more) => {
      const all = days(0, 69);
      const minutes = availableMinutes(person, all, timeOff, holidays);
      expect(minutes).toBeGreaterThanOrEqual(0);
      expect(minutes).toBeLessThanOrEqual(10 * person.weeklyMinutes);
      expect(availableMinutes(person, all, [...timeOff, more], holidays)).toBeLessThanOrEqual(minutes);
      expect(availableMinutes(person, all, [...timeOff, ...timeOff], [...holidays, ...holidays])).toBe(minutes);
      expect(availableMinutes(person, all, [...timeOff, all], holidays)).toBe(0);
      const parts = availableMinutes(person, days(0, 30), timeOff, holidays) + availableMinutes(person, days(31, 38), timeOff, holidays);
      expect(Math.abs(parts - minutes)).toBeLessThanOrEqual(1);
    }));
  });

  describe('in SQL', () => {
    let database: TestDatabase;
    let owner: Client;
    let agency: TestOrganization;
    beforeAll(async () => {
      database = await createTestDatabase();
      owner = new Client({ connectionString: database.ownerUrl });
      await owner.connect();
      agency = await seedOrganization(database);
    });
    afterAll(async () => {
      await owner?.end();
      await database?.drop();
    });

    it('are the same', async () => {
      const people = Object.values(agency.users).map(({ id }) => id);
      const { rows: [kind] } = await owner.query<{ id: string }>("SELECT id FROM pick_list_item WHERE organization_id = $1 AND list = 'TIME_OFF_KIND' LIMIT 1", [agency.id]);
      await fc.assert(fc.asyncProperty(
        fc.array(fc.tuple(capacity, fc.array(someDays, { maxLength: 3 })), { minLength: people.length, maxLength: people.length }), fc.uniqueArray(someDay, { maxLength: 4 }), someDays,
        async (persons, holidays, asked) => {
          await owner.query('DELETE FROM time_off');
          await owner.query('UPDATE organization_settings SET holidays = $2 WHERE organization_id = $1', [agency.id, JSON.stringify(holidays.map((date) => ({ date, name: date })))]);
          await owner.query(
            `UPDATE staff_profile p SET weekly_minutes = v.minutes, work_days = ARRAY(SELECT jsonb_array_elements_text(v.days))
             FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, minutes integer, days jsonb) WHERE p.id = v.id`,
            [JSON.stringify(people.map((id, index) => ({ id, minutes: persons[index]![0].weeklyMinutes, days: persons[index]![0].workDays })))]);
          const away = people.flatMap((userId, index) => persons[index]![1].map((off) => ({ id: newId(), userId, ...off })));
          // What is only asked for changes nothing.
          const asking = people.map((userId) => ({ id: newId(), userId, ...days(0, 80), status: 'REQUESTED' }));
          await owner.query(
            `INSERT INTO time_off (id, organization_id, user_id, starts_on, ends_on, kind_id, status)
             SELECT id, $1, "userId", "from", "to", $2, coalesce(status, 'APPROVED') FROM jsonb_to_recordset($3::jsonb) AS v(id uuid, "userId" uuid, "from" date, "to" date, status text)`,
            [agency.id, kind!.id, JSON.stringify([...away, ...asking])]);
          const { rows } = await owner.query<{ id: string; minutes: number }>(
            `SELECT p.id, ${availableMinutesSql('p', '$2::date', '$3::date')} AS minutes FROM staff_profile p WHERE p.organization_id = $1`, [agency.id, asked.from, asked.to]);
          const expected = people.map((id, index) => [id, availableMinutes(persons[index]![0], asked, persons[index]![1], holidays)]);
          expect(Object.fromEntries(rows.filter(({ id }) => people.includes(id)).map(({ id, minutes }) => [id, minutes]))).toEqual(Object.fromEntries(expected));
        }), { numRuns: 30 });
    });
  });
});
