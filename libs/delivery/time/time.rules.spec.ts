import { dayOf, storedTime } from './time.rules.js';

const NOW = new Date('2026-03-02T15:00:00Z');
const stored = (input: Parameters<typeof storedTime>[0], timeZone = 'UTC'): ReturnType<typeof storedTime> => storedTime(input, NOW, dayOf(NOW, timeZone), timeZone);

describe('worked time', () => {
  it('is minutes on a day, today when none is named', () => {
    expect(stored({ minutes: 45 })).toEqual({ workedOn: '2026-03-02', minutes: 45, startedAt: null, endedAt: null });
    expect(stored({ minutes: 1_440, workedOn: '2026-03-01' })).toMatchObject({ workedOn: '2026-03-01', minutes: 1_440 });
  });

  it('or exact times, which give minutes and the day they began on where the organization is', () => {
    const startedAt = new Date('2026-03-02T02:30:00Z');
    const endedAt = new Date('2026-03-02T04:00:00Z');
    expect(stored({ startedAt, endedAt }, 'America/New_York')).toEqual({ workedOn: '2026-03-01', minutes: 90, startedAt, endedAt });
  });

  it.each([
    [{}, 'Say how many minutes, or from when to when.'],
    [{ minutes: 0 }, 'Log at least one minute.'],
    [{ minutes: 1.5 }, 'Log at least one minute.'],
    [{ minutes: 1_441 }, 'A day has 24 hours. Split the entry.'],
    [{ minutes: 5, workedOn: '2026-03-03' }, 'Time cannot be logged in the future.'],
    [{ startedAt: new Date('2026-03-02T14:00:00Z') }, 'Give both the start and the end, or minutes on a day.'],
    [{ startedAt: new Date('2026-03-02T14:00:00Z'), endedAt: new Date('2026-03-02T15:00:01Z') }, 'Time cannot be logged in the future.'],
    [{ startedAt: new Date('2026-03-02T14:00:00Z'), endedAt: new Date('2026-03-02T13:00:00Z') }, 'Log at least one minute.'],
    [{ startedAt: new Date('2026-03-02T13:00:00Z'), endedAt: new Date('2026-03-02T14:00:00Z'), minutes: 60 }, 'Give exact times or minutes, not both.'],
  ])('refuses %j', (input, message) => {
    expect(() => stored(input)).toThrow(message);
  });
});
