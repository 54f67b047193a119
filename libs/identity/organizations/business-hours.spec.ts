import fc from 'fast-check';
import { addBusinessMinutes, type BusinessCalendar, businessMinutesBetween, minutesOf, type OpeningTime, WEEKDAYS } from './business-hours.js';
import { dayOf, instantOf, offsetAt } from './zoned-time.js';

const weekdays = (opens: string, closes: string): OpeningTime[] => WEEKDAYS.slice(0, 5).map((day) => ({ day, opens, closes }));
const MADRID: BusinessCalendar = { timeZone: 'Europe/Madrid', hours: weekdays('09:00', '17:00'), holidays: ['2026-12-25'] };
const at = (text: string): Date => new Date(text);

const time = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns'),
  hours: fc.array(fc.record({ day: fc.constantFrom(...WEEKDAYS), from: fc.integer({ min: 0, max: 1_380 }), length: fc.integer({ min: 30, max: 900 }) }), { minLength: 1, maxLength: 7 })
    .map((periods) => [...new Map(periods.map((period) => [period.day, period])).values()]
      .map(({ day, from, length }) => ({ day, opens: time(from), closes: time(Math.min(1_440, from + length)) }))),
  holidays: fc.array(fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)), { maxLength: 20 }),
});
const instants = fc.integer({ min: 0, max: 500 * 1_440 }).map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000));

/** Looks at every single minute: slow and obviously right. */
function counted({ timeZone, hours, holidays }: BusinessCalendar, from: Date, to: Date): number {
  let minutes = 0;
  for (let instant = from.getTime(); instant < to.getTime(); instant += 60_000) {
    const local = new Date(instant + offsetAt(timeZone, instant));
    const ofDay = local.getUTCHours() * 60 + local.getUTCMinutes();
    const weekday = WEEKDAYS[(local.getUTCDay() + 6) % 7];
    if (holidays.includes(dayOf(timeZone, instant))) continue;
    if (hours.some(({ day, opens, closes }) => day === weekday && ofDay >= minutesOf(opens)! && ofDay < minutesOf(closes)!)) minutes++;
  }
  return minutes;
}

describe('business hours', () => {
  it.each([
    ['within a day', '2026-11-20T09:00Z', '2026-11-20T10:30Z', 90],
    ['over a night', '2026-11-19T15:00Z', '2026-11-20T09:00Z', 120],
    ['over a weekend', '2026-11-20T15:00Z', '2026-11-23T09:00Z', 120],
    ['over a holiday', '2026-12-24T15:00Z', '2026-12-28T09:00Z', 120],
    ['the wrong way round', '2026-11-20T10:00Z', '2026-11-20T09:00Z', 0],
  ])('count %s', (_, from, to, minutes) => {
    expect(businessMinutesBetween(MADRID, at(from), at(to))).toBe(minutes);
  });

  it.each([
    ['today', '2026-11-20T09:00Z', 60, '2026-11-20T10:00Z'],
    ['at closing time', '2026-11-20T09:00Z', 420, '2026-11-20T16:00Z'],
    ['on Monday', '2026-11-20T15:30Z', 60, '2026-11-23T08:30Z'],
    ['from a Sunday on', '2026-11-22T12:00Z', 60, '2026-11-23T09:00Z'],
    ['at once', '2026-11-22T12:00Z', 0, '2026-11-22T12:00Z'],
  ])('are over %s', (_, from, minutes, end) => {
    expect(addBusinessMinutes(MADRID, at(from), minutes)).toEqual(at(end));
  });

  it('follow the clocks when they change', () => {
    const nights: BusinessCalendar = { timeZone: 'Europe/Madrid', hours: [{ day: 'SUNDAY', opens: '00:00', closes: '06:00' }], holidays: [] };
    const day = (date: string): number => businessMinutesBetween(nights, at(`${date}T00:00Z`), at(`${date}T23:00Z`)) + businessMinutesBetween(nights, new Date(at(`${date}T00:00Z`).getTime() - 7_200_000), at(`${date}T00:00Z`));
    expect([day('2026-03-22'), day('2026-03-29'), day('2026-10-25')]).toEqual([360, 300, 420]);
  });

  it('never come when nobody ever works', () => {
    expect(addBusinessMinutes({ ...MADRID, hours: [] }, at('2026-11-20T09:00Z'), 1)).toBeNull();
  });

  it('are what one counts minute by minute', () => {
    fc.assert(fc.property(calendars, instants, fc.integer({ min: 0, max: 4 * 1_440 }), (calendar, from, length) => {
      const to = new Date(from.getTime() + length * 60_000);
      // Lord Howe changes by half an hour and a wall time that is skipped begins at the change: minutes stay whole.
      expect(businessMinutesBetween(calendar, from, to)).toBe(counted(calendar, from, to));
    }), { numRuns: 20 });
  });

  it('add up, and adding is the inverse of counting', () => {
    fc.assert(fc.property(calendars, instants, instants, fc.integer({ min: 1, max: 3_000 }), (calendar, one, two, minutes) => {
      const [from, to] = one < two ? [one, two] : [two, one];
      const middle = new Date((from.getTime() + to.getTime()) / 2);
      expect(businessMinutesBetween(calendar, from, to)).toBeCloseTo(businessMinutesBetween(calendar, from, middle) + businessMinutesBetween(calendar, middle, to), 6);
      const end = addBusinessMinutes(calendar, from, minutes)!;
      expect(businessMinutesBetween(calendar, from, end)).toBe(minutes);
      expect(businessMinutesBetween(calendar, from, new Date(end.getTime() - 60_000))).toBe(minutes - 1);
    }), { numRuns: 60 });
  });

  it('read times of day', () => {
    expect(['00:00', '09:30', '24:00', '24:01', '9:00', '12:60', 'noon'].map(minutesOf)).toEqual([0, 570, 1_440, null, null, null, null]);
  });

  it('put skipped local times at the change and repeated ones first', () => {
    expect(new Date(instantOf('Europe/Madrid', '2026-03-29', 150))).toEqual(at('2026-03-29T01:00Z'));
    expect(new Date(instantOf('Europe/Madrid', '2026-10-25', 150))).toEqual(at('2026-10-25T00:30Z'));
  });
});
