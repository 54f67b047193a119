import { DEFAULT_PREFERENCES, type Preferences } from '../preferences/preferences.js';
import { timingOf } from './timing.js';

const preferences = (more: Partial<Preferences> = {}): Preferences => ({ ...DEFAULT_PREFERENCES, timeZone: 'Europe/Madrid', ...more });
const at = (text: string): Date => new Date(text);
const due = (now: string, more: Partial<Preferences>, kind: Parameters<typeof timingOf>[1] = 'STATUS', channel: Parameters<typeof timingOf>[2] = 'EMAIL'): string =>
  timingOf(at(now), kind, channel, preferences(more)).dueAt.toISOString();
/** 22:00 to 07:00. */
const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };

describe('when a notification goes out', () => {
  it('is at once when nothing was chosen', () => {
    expect(timingOf(at('2026-11-21T10:17:00Z'), 'STATUS', 'PUSH', preferences())).toEqual({ dueAt: at('2026-11-21T10:17:00Z'), digest: false });
  });

  it.each([
    ['the next full hour', '2026-11-21T10:17:00Z', { digest: 'HOURLY' }, '2026-11-21T11:00:00.000Z'],
    ['the hour after a full one', '2026-11-21T11:00:00Z', { digest: 'HOURLY' }, '2026-11-21T12:00:00.000Z'],
    ['the next full hour of a zone of half hours', '2026-11-21T10:17:00Z', { digest: 'HOURLY', timeZone: 'Asia/Kolkata' }, '2026-11-21T10:30:00.000Z'],
    ['today\'s hour', '2026-11-21T05:00:00Z', { digest: 'DAILY', digestAt: 480 }, '2026-11-21T07:00:00.000Z'],
    ['tomorrow\'s hour', '2026-11-21T07:00:00Z', { digest: 'DAILY', digestAt: 480 }, '2026-11-22T07:00:00.000Z'],
    ['the same local hour after the clocks went back', '2026-10-24T10:00:00Z', { digest: 'DAILY', digestAt: 480 }, '2026-10-25T07:00:00.000Z'],
    ['the end of the night', '2026-11-21T23:30:00Z', night, '2026-11-22T06:00:00.000Z'],
    ['the end of the night, in the evening', '2026-11-21T21:00:00Z', night, '2026-11-22T06:00:00.000Z'],
    ['now, at its very end', '2026-11-22T06:00:00Z', night, '2026-11-22T06:00:00.000Z'],
    ['now, before it', '2026-11-21T20:59:59Z', night, '2026-11-21T20:59:59.000Z'],
    ['the end of quiet hours within a day', '2026-11-21T12:00:00Z', { quietFrom: 12 * 60, quietUntil: 14 * 60 }, '2026-11-21T13:00:00.000Z'],
    ['Monday, after a quiet weekend', '2026-11-21T12:00:00Z', { quietDays: [5, 6] }, '2026-11-22T23:00:00.000Z'],
    ['Monday after the night of it', '2026-11-21T12:00:00Z', { quietDays: [5, 6], ...night }, '2026-11-23T06:00:00.000Z'],
    ['at once when every day is quiet', '2026-11-21T12:00:00Z', { quietDays: [0, 1, 2, 3, 4, 5, 6] }, '2026-11-21T12:00:00.000Z'],
    ['the end of the night after which the collection would fall into it', '2026-11-21T20:30:00Z', { digest: 'HOURLY', ...night }, '2026-11-22T06:00:00.000Z'],
  ] as [string, string, Partial<Preferences>, string][])('is %s', (_, now, more, expected) => {
    expect(due(now, more)).toBe(expected);
  });

  it('collects mails only', () => {
    expect(due('2026-11-21T10:17:00Z', { digest: 'DAILY' }, 'STATUS', 'PUSH')).toBe('2026-11-21T10:17:00.000Z');
    expect(timingOf(at('2026-11-21T10:17:00Z'), 'STATUS', 'EMAIL', preferences({ digest: 'DAILY' })).digest).toBe(true);
  });

  it.each(['SECURITY', 'REMINDER'] as const)('is at once for %s, whatever was chosen', (kind) => {
    const now = '2026-11-21T23:30:00Z';
    expect(timingOf(at(now), kind, 'EMAIL', preferences({ digest: 'DAILY', quietDays: [6], ...night }))).toEqual({ dueAt: at(now), digest: false });
  });
});
