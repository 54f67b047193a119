import { dayOf, dayWord, groupNotifications } from './grouping';

const row = (id: string, kind: string, createdAt: string, recordId: string | null = null) => ({ id, kind, createdAt, subject: recordId ? 'task' : null, recordId });
const ROWS = [
  row('1', 'MENTION', '2026-11-21T23:30:00Z', 'a'),
  row('2', 'STATUS', '2026-11-21T22:30:00Z', 'b'),
  row('3', 'MENTION', '2026-11-20T10:00:00Z', 'a'),
  row('4', 'SECURITY', '2026-11-20T09:00:00Z'),
];
const shape = (by: 'day' | 'kind' | 'record', zone = 'UTC') => groupNotifications(ROWS, by, zone).map(({ key, rows }) => `${key}: ${rows.map(({ id }) => id).join(' ')}`);

describe('inbox in groups', () => {
  it('by the day of the person’s zone', () => {
    expect(shape('day')).toEqual(['2026-11-21: 1 2', '2026-11-20: 3 4']);
    expect(shape('day', 'Europe/Berlin')).toEqual(['2026-11-22: 1', '2026-11-21: 2', '2026-11-20: 3 4']);
  });

  it('by kind, in the order of the newest of each', () => {
    expect(shape('kind')).toEqual(['MENTION: 1 3', 'STATUS: 2', 'SECURITY: 4']);
  });

  it('by record; what has none stands by kind', () => {
    expect(shape('record')).toEqual(['task:a: 1 3', 'task:b: 2', 'none:SECURITY: 4']);
  });

  it('calls the last two days by name, by the zone and not by hours', () => {
    const now = new Date('2026-11-21T23:30:00Z');
    expect(dayWord(dayOf(now, 'UTC'), now, 'UTC')).toBe('Today');
    expect(dayWord('2026-11-20', now, 'UTC')).toBe('Yesterday');
    expect(dayWord('2026-11-19', now, 'UTC')).toBeNull();
    expect(dayWord('2026-11-21', now, 'Europe/Berlin')).toBe('Yesterday');
  });
});
