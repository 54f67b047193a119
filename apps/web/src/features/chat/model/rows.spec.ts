import { aMessage } from './fixtures';
import { enqueue } from './outbox';
import { dayLabel, rowsOf } from './rows';

const options = { readThrough: null, viewerId: 'tom', timeZone: 'UTC' };
const at = (iso: string, sequence: number, fields = {}) => aMessage(sequence, { createdAt: iso, ...fields });

describe('lines of the message list', () => {
  it('name an author once for what was said together', () => {
    const rows = rowsOf([at('2026-11-21T10:00:00Z', 1), at('2026-11-21T10:04:00Z', 2), at('2026-11-21T10:10:00Z', 3), at('2026-11-21T10:11:00Z', 4, { author: { id: 'eve', name: 'Eve' } })], [], options);
    expect(rows.map(({ head }) => head)).toEqual([true, false, true, true]);
  });

  it('never put what the client sees and what it must not see in one group', () => {
    const rows = rowsOf([at('2026-11-21T10:00:00Z', 1), at('2026-11-21T10:00:10Z', 2, { side: 'CLIENT' }), at('2026-11-21T10:00:20Z', 3)], [], options);
    expect(rows.map(({ head }) => head)).toEqual([true, true, true]);
  });

  it('begin a day in the viewer\'s zone', () => {
    const messages = [at('2026-11-20T22:30:00Z', 1), at('2026-11-20T23:30:00Z', 2), at('2026-11-21T00:30:00Z', 3)];
    expect(rowsOf(messages, [], options).map(({ day }) => day)).toEqual(['2026-11-20', null, '2026-11-21']);
    expect(rowsOf(messages, [], { ...options, timeZone: 'Europe/Berlin' }).map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21', null]);
  });

  it('draw one line above the first message of others that was not read', () => {
    const messages = [at('2026-11-21T10:00:00Z', 1), at('2026-11-21T10:01:00Z', 2, { author: { id: 'tom', name: 'Tom' } }), at('2026-11-21T10:02:00Z', 3), at('2026-11-21T10:03:00Z', 4)];
    expect(rowsOf(messages, [], { ...options, readThrough: 1 }).map(({ firstNew }) => firstNew)).toEqual([false, false, true, false]);
    expect(rowsOf(messages, [], { ...options, readThrough: 4 }).some(({ firstNew }) => firstNew)).toBe(false);
    expect(rowsOf(messages, [], options).some(({ firstNew }) => firstNew)).toBe(false);
  });

  it('put what is on its way at the end', () => {
    const outbox = enqueue([], { channelId: 'c', threadId: null, side: 'INTERNAL', body: 'hi', files: [], linkedSubject: null, linkedId: null, after: 1 }, 'k', '2026-11-21T10:00:30Z');
    const rows = rowsOf([at('2026-11-21T10:00:00Z', 1, { author: { id: 'tom', name: 'Tom' } })], outbox, options);
    expect(rows.map(({ key, head }) => ({ key, head }))).toEqual([{ key: 'm1', head: true }, { key: 'outgoing:k', head: false }]);
  });

  it('say the day as people do', () => {
    expect(dayLabel('2026-11-21', '2026-11-21', 'en-GB')).toBe('Today');
    expect(dayLabel('2026-11-20', '2026-11-21', 'en-GB')).toBe('Yesterday');
    expect(dayLabel('2026-11-16', '2026-11-21', 'en-GB')).toBe('Monday 16 November');
    expect(dayLabel('2025-11-16', '2026-11-21', 'en-GB')).toBe('Sunday, 16 November 2025');
  });
});
