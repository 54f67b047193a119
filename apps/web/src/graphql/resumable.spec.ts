import { backoff, isAfter, resumable, type Sink, type StreamEvent } from './resumable';

function event(position: string, type: StreamEvent['type'] = 'CHANGED'): StreamEvent {
  return { position, type, subject: 'task', id: `t${position}` };
}

/** A stream whose server is this test: keeps every opening with what it was asked to begin after. */
function harness(after: string | null = null) {
  const openings: { after: string | null; sink: Sink<StreamEvent>; closed: boolean }[] = [];
  const seen: string[] = [];
  let resyncs = 0;
  let attempt: (() => void) | null = null;
  const stream = resumable<StreamEvent>({
    after,
    open: (position, sink) => {
      const opening = { after: position, sink, closed: false };
      openings.push(opening);
      return () => {
        opening.closed = true;
      };
    },
    onEvent: ({ position }) => seen.push(position),
    onResync: () => {
      resyncs += 1;
    },
    wait: (_attempts, next) => {
      attempt = next;
      return () => {
        attempt = null;
      };
    },
  });
  const last = () => openings[openings.length - 1]!;
  return { stream, openings, seen, resyncs: () => resyncs, last, reconnect: () => attempt?.(), waiting: () => attempt !== null };
}

describe('resumable', () => {
  it('begins after the position of the state already on screen', () => {
    expect(harness('41').last().after).toBe('41');
    expect(harness().last().after).toBeNull();
  });

  it('subscribes anew after the last position seen and tells nothing twice', () => {
    const run = harness('4');
    run.last().sink.next(event('5'));
    run.last().sink.next(event('6'));
    run.last().sink.end(new Error('socket lost'));
    run.reconnect();
    expect(run.last().after).toBe('6');
    run.last().sink.next(event('6'));
    run.last().sink.next(event('5'));
    run.last().sink.next(event('7'));
    expect(run.seen).toEqual(['5', '6', '7']);
  });

  it('compares positions as integers of any length', () => {
    const run = harness('9');
    run.last().sink.next(event('10'));
    run.last().sink.next(event('9007199254740993'));
    run.last().sink.next(event('9007199254740992'));
    expect(run.seen).toEqual(['10', '9007199254740993']);
    expect(isAfter('100', '99')).toBe(true);
    expect(isAfter('99', '99')).toBe(false);
  });

  it('moves on in silence on ADVANCED, and reports RESYNC apart', () => {
    const run = harness('1');
    run.last().sink.next(event('8', 'ADVANCED'));
    run.last().sink.next(event('9', 'RESYNC'));
    run.last().sink.end(null);
    run.reconnect();
    expect(run.last().after).toBe('9');
    expect(run.seen).toEqual([]);
    expect(run.resyncs()).toBe(1);
  });

  it('takes RESYNC at whatever position it comes: changed rights at the one it knows, a restored backup at an earlier one', () => {
    const run = harness('8');
    run.last().sink.next(event('8', 'RESYNC'));
    run.last().sink.next(event('5', 'RESYNC'));
    expect(run.resyncs()).toBe(2);
    run.last().sink.next(event('6'));
    expect(run.seen).toEqual(['6']);
  });

  it('asks to load afresh when the line was lost before any position was known', () => {
    const run = harness();
    run.last().sink.end(new Error('socket lost'));
    run.reconnect();
    expect(run.resyncs()).toBe(1);
    run.last().sink.next(event('3'));
    run.last().sink.end(new Error('socket lost'));
    run.reconnect();
    expect(run.resyncs()).toBe(1);
    expect(run.last().after).toBe('3');
  });

  it('ignores what a stream says after its end, and its second end', () => {
    const run = harness('1');
    const first = run.last().sink;
    first.end(null);
    first.next(event('2'));
    first.end(null);
    run.reconnect();
    expect(run.openings).toHaveLength(2);
    expect(run.seen).toEqual([]);
    expect(run.last().after).toBe('1');
  });

  it('closes for good: no reconnect, no event', () => {
    const run = harness('1');
    const opening = run.last();
    run.stream.close();
    opening.sink.next(event('2'));
    opening.sink.end(null);
    expect(opening.closed).toBe(true);
    expect(run.seen).toEqual([]);
    expect(run.waiting()).toBe(false);
  });

  it('closes while it waits', () => {
    const run = harness('1');
    run.last().sink.end(null);
    run.stream.close();
    run.reconnect();
    expect(run.openings).toHaveLength(1);
  });

  it('waits longer with every failure, half of it by chance, at most fifteen seconds', () => {
    expect(backoff(0, () => 0)).toBe(200);
    expect(backoff(0, () => 1)).toBe(400);
    expect(backoff(3, () => 1)).toBe(3_200);
    expect(backoff(50, () => 1)).toBe(15_000);
  });
});
