import { type MovedReading, readingsOf, withMoved } from './readings';
import type { Reading } from './types';

const mark = (userId: string, sequence: number): MovedReading => ({ userId, name: userId, client: false, lastReadSequence: String(sequence), lastReadAt: `at ${sequence}` });
const loaded: Reading[] = [{ user: { id: 'ada', name: 'Ada', title: 'Lead', active: true, client: false }, lastReadSequence: 5, lastReadAt: 'loaded' }, { user: null, lastReadSequence: 9, lastReadAt: null }];

describe('reading marks while a channel is open', () => {
  it('go forward only, whatever comes later', () => {
    const moved = withMoved(withMoved(new Map(), [mark('ada', 12), mark('bob', 3)]), [mark('ada', 9), mark('bob', 4)]);
    expect([...moved.values()].map(({ userId, lastReadSequence }) => `${userId} ${lastReadSequence}`)).toEqual(['ada 12', 'bob 4']);
  });

  it('stand above what was loaded, and bring people whom it did not know', () => {
    expect(readingsOf(loaded, new Map())).toBe(loaded);
    const now = readingsOf(loaded, withMoved(new Map(), [mark('ada', 10), mark('bob', 4)]));
    expect(now.map(({ user, lastReadSequence, lastReadAt }) => [user?.name ?? null, lastReadSequence, lastReadAt])).toEqual([['Ada', 10, 'at 10'], [null, 9, null], ['bob', 4, 'at 4']]);
    expect(now[0]!.user).toBe(loaded[0]!.user);
    expect(readingsOf(loaded, withMoved(new Map(), [mark('ada', 4)]))[0]).toBe(loaded[0]);
  });
});
