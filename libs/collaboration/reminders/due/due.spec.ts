import { signalsOf } from './due.js';

const at = (dueOn: string, now: string, zone = 'Europe/Madrid'): string[] => signalsOf(dueOn, zone, new Date(now)).map(({ signal, at: moment }) => `${signal} ${moment.toISOString()}`);

describe('when a due day is told', () => {
  it.each([
    ['before and after', '2026-11-25', '2026-11-21T10:00:00Z', ['dueSoon 2026-11-24T08:00:00.000Z', 'overdue 2026-11-26T08:00:00.000Z']],
    ['after only, when it is tomorrow and morning has passed', '2026-11-22', '2026-11-21T08:00:00Z', ['overdue 2026-11-23T08:00:00.000Z']],
    ['after only, when it is today', '2026-11-21', '2026-11-21T10:00:00Z', ['overdue 2026-11-22T08:00:00.000Z']],
    ['tomorrow morning, when it was yesterday and morning has not come', '2026-11-20', '2026-11-21T07:00:00Z', ['overdue 2026-11-21T08:00:00.000Z']],
    ['at once, when it is over', '2026-11-01', '2026-11-21T10:00:00Z', ['overdue 2026-11-21T10:00:00.000Z']],
  ])('is %s', (_, dueOn, now, expected) => {
    expect(at(dueOn, now)).toEqual(expected);
  });

  it('follows the organization\'s clock over its changes', () => {
    expect(at('2026-10-25', '2026-10-20T00:00:00Z')).toEqual(['dueSoon 2026-10-24T07:00:00.000Z', 'overdue 2026-10-26T08:00:00.000Z']);
    expect(at('2026-11-25', '2026-11-21T10:00:00Z', 'America/New_York')[0]).toBe('dueSoon 2026-11-24T14:00:00.000Z');
  });
});
