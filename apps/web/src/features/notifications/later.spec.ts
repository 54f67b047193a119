import { laterChoices, localInput, ownMoment } from './later';

/** A Saturday. */
const SATURDAY = (hour: number, minute = 0) => new Date(2026, 10, 21, hour, minute, 40);

describe('later', () => {
  it('offers moments in the future, in their order, each once', () => {
    for (let hour = 0; hour < 24; hour++) {
      for (let plus = 0; plus < 7; plus++) {
        const now = new Date(2026, 10, 21 + plus, hour, 12, 5);
        const times = laterChoices(now).map(({ at }) => at.getTime());
        expect(times.every((at) => at > now.getTime())).toBe(true);
        expect(new Set(times).size).toBe(times.length);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    }
  });

  it('offers the evening while it is far enough, and Monday unless that is tomorrow', () => {
    expect(laterChoices(SATURDAY(10)).map(({ id }) => id)).toEqual(['hour', 'evening', 'tomorrow', 'monday', 'week']);
    expect(laterChoices(SATURDAY(17)).map(({ id }) => id)).toEqual(['hour', 'tomorrow', 'monday', 'week']);
    expect(laterChoices(new Date(2026, 10, 22, 20)).map(({ id }) => id)).toEqual(['hour', 'tomorrow', 'week']);
  });

  it('means the morning by a day', () => {
    const monday = laterChoices(SATURDAY(10)).find(({ id }) => id === 'monday');
    expect(monday?.at).toEqual(new Date(2026, 10, 23, 9));
  });

  it('reads and writes one’s own moment', () => {
    expect(localInput(new Date(2026, 0, 2, 3, 4))).toBe('2026-01-02T03:04');
    expect(ownMoment('2026-11-21T17:30', SATURDAY(10))).toEqual(new Date(2026, 10, 21, 17, 30));
    expect(ownMoment('2026-11-21T09:30', SATURDAY(10))).toBeNull();
    expect(ownMoment('tomorrow', SATURDAY(10))).toBeNull();
    expect(ownMoment('', SATURDAY(10))).toBeNull();
  });
});
