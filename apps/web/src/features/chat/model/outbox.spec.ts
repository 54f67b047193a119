import { aMessage } from './fixtures';
import { type Draft, dropped, enqueue, nextToSend, type Outbox, refused, restored, retried, sending, stillOnTheWay, stored, unanswered } from './outbox';

const draft = (channelId: string, body: string, more: Partial<Draft> = {}): Draft => ({ channelId, threadId: null, side: 'INTERNAL', body, files: [], linkedSubject: null, linkedId: null, after: 10, ...more });
const of = (...drafts: Draft[]): Outbox => drafts.reduce<Outbox>((outbox, each, index) => enqueue(outbox, each, `k${index + 1}`, '2026-11-21T10:00:00Z'), []);

describe('messages on their way', () => {
  it('go in the order of writing, one of a channel at a time', () => {
    let outbox = of(draft('a', 'one'), draft('a', 'two'), draft('b', 'three'));
    expect(nextToSend(outbox)?.key).toBe('k1');
    outbox = sending(outbox, 'k1');
    expect(nextToSend(outbox)?.key).toBe('k3');
    outbox = sending(outbox, 'k3');
    expect(nextToSend(outbox)).toBeNull();
    outbox = dropped(outbox, 'k1');
    expect(nextToSend(outbox)?.key).toBe('k2');
  });

  it('wait under the same key when no answer came, and stay with the reason when refused', () => {
    let outbox = unanswered(sending(of(draft('a', 'one'), draft('a', 'two')), 'k1'), 'k1');
    expect(nextToSend(outbox)).toMatchObject({ key: 'k1', attempts: 1 });
    outbox = refused(sending(outbox, 'k1'), 'k1', 'The channel is archived.');
    expect(outbox[0]).toMatchObject({ state: 'REFUSED', reason: 'The channel is archived.', attempts: 2 });
    // It holds nothing up.
    expect(nextToSend(outbox)?.key).toBe('k2');
    expect(nextToSend(retried(outbox, 'k1'))?.key).toBe('k1');
  });

  it('survive a reload: what was being sent is sent again under its key', () => {
    const outbox = refused(sending(of(draft('a', 'one'), draft('a', 'two')), 'k1'), 'k2', 'No.');
    const again = restored(stored(outbox));
    expect(again.map(({ key, state, attempts, reason }) => ({ key, state, attempts, reason }))).toEqual([
      { key: 'k1', state: 'WAITING', attempts: 1, reason: null },
      { key: 'k2', state: 'REFUSED', attempts: 0, reason: 'No.' },
    ]);
    expect(restored('{"not":"a list"}')).toEqual([]);
    expect(restored('[{"key":1},null,"x"]')).toEqual([]);
    expect(restored('not json')).toEqual([]);
    expect(restored(null)).toEqual([]);
  });

  it('are not shown beside the message that has arrived by the live feed', () => {
    const outbox = sending(sending(of(draft('c', 'hello'), draft('c', 'hello'), draft('c', 'other')), 'k1'), 'k2');
    const shown = (sequence: number, fields = {}) => stillOnTheWay(outbox, [aMessage(sequence, { body: 'hello', ...fields })], 'ada').map(({ key }) => key);
    // Two equal ones: one arrived message stands for one of them.
    expect(shown(11)).toEqual(['k2', 'k3']);
    // Said before it was written, by another, to the other side, in a thread: not it.
    expect(shown(10)).toEqual(['k1', 'k2', 'k3']);
    expect(shown(11, { author: { id: 'tom', name: 'Tom' } })).toEqual(['k1', 'k2', 'k3']);
    expect(shown(11, { side: 'CLIENT' })).toEqual(['k1', 'k2', 'k3']);
    expect(shown(11, { threadId: 't' })).toEqual(['k1', 'k2', 'k3']);
    // The server has tidied spaces and put the real name.
    const named = sending(of(draft('c', 'hi  @[tom](user:1) ')), 'k1');
    expect(stillOnTheWay(named, [aMessage(11, { body: 'hi @[Tom Brandt](user:1)' })], 'ada')).toEqual([]);
    expect(stillOnTheWay(named, [aMessage(11, { body: 'hi @[Tom Brandt](user:2)' })], 'ada')).toHaveLength(1);
  });
});
