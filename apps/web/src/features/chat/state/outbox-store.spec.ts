import { aMessage } from '../model/fixtures';
import type { Draft, OutgoingMessage } from '../model/outbox';
import { createOutbox, type OutboxSettings, type Sent } from './outbox-store';

const draft = (body: string, channelId = 'c'): Draft => ({ channelId, threadId: null, side: 'INTERNAL', body, files: [], linkedSubject: null, linkedId: null, after: 0 });
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A server that keeps one message for each key, and a network that can be cut before or after it. */
function world() {
  const kept = new Map<string, string>();
  const posted: string[] = [];
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  let line: 'UP' | 'DOWN' | 'ANSWER_LOST' = 'UP';
  let values: Record<string, string> = {};
  let keys = 0;
  let tail = Promise.resolve();
  const send = async (message: OutgoingMessage): Promise<Sent> => {
    seen.push(message.key);
    await settle();
    if (line === 'DOWN') return { kind: 'UNANSWERED' };
    if (message.body === 'bad') return { kind: 'REFUSED', reason: 'Not that.' };
    if (!kept.has(message.key)) {
      kept.set(message.key, message.body);
      posted.push(message.body);
    }
    return line === 'ANSWER_LOST' ? { kind: 'UNANSWERED' } : { kind: 'POSTED', message: aMessage(posted.indexOf(message.body) + 1, { body: message.body }) };
  };
  const settings: OutboxSettings = {
    key: 'outbox', send,
    storage: { getItem: (key) => values[key] ?? null, setItem: (key, value) => { values[key] = value; } },
    isOnline: () => true,
    exclusively: (work) => (tail = tail.then(work)),
    later: (_, run) => { waiting.push(run); return () => undefined; },
    newKey: () => `k${++keys}`, now: () => '2026-11-21T10:00:00Z',
  };
  return {
    settings, posted, seen,
    open: (more: Partial<OutboxSettings> = {}) => createOutbox({ ...settings, ...more }),
    cut: (how: typeof line) => { line = how; },
    timePasses: async () => { for (const run of waiting.splice(0)) run(); await settle(); await settle(); await settle(); await settle(); },
    storageFails: () => { values = new Proxy({}, { get: () => { throw new Error('off'); }, set: () => { throw new Error('off'); } }); },
  };
}
const rest = async () => { for (let turn = 0; turn < 12; turn++) await settle(); };
const states = (store: { get: () => readonly { body: string; state: string }[] }) => store.get().map(({ body, state }) => `${body} ${state}`);

describe('the outbox', () => {
  it('posts in the order of writing and is empty afterwards', async () => {
    const { open, posted } = world();
    const store = open();
    for (const body of ['one', 'two', 'three']) store.add(draft(body));
    await rest();
    expect(posted).toEqual(['one', 'two', 'three']);
    expect(store.get()).toEqual([]);
  });

  it('keeps what was written without a network, across a reload, and posts it once', async () => {
    const { open, posted, cut, timePasses } = world();
    const before = open();
    cut('DOWN');
    before.add(draft('one'));
    before.add(draft('two'));
    await rest();
    expect(states(before)).toEqual(['one WAITING', 'two WAITING']);
    before.close();
    const after = open();
    expect(states(after)).toEqual(['one WAITING', 'two WAITING']);
    cut('UP');
    after.flush();
    await rest();
    expect(posted).toEqual(['one', 'two']);
    expect(after.get()).toEqual([]);
    await timePasses();
    expect(posted).toEqual(['one', 'two']);
  });

  it('sends again under the same key when the answer was lost', async () => {
    const { open, posted, seen, cut, timePasses } = world();
    const store = open();
    cut('ANSWER_LOST');
    store.add(draft('one'));
    await rest();
    expect(states(store)).toEqual(['one WAITING']);
    cut('UP');
    await timePasses();
    await rest();
    expect(seen).toEqual(['k1', 'k1']);
    expect(posted).toEqual(['one']);
    expect(store.get()).toEqual([]);
  });

  it('keeps a refused one with its reason and goes on with the others', async () => {
    const { open, posted } = world();
    const store = open();
    store.add(draft('bad'));
    store.add(draft('good'));
    await rest();
    expect(posted).toEqual(['good']);
    expect(store.get()[0]).toMatchObject({ body: 'bad', state: 'REFUSED', reason: 'Not that.' });
    store.discard('k1');
    expect(store.get()).toEqual([]);
  });

  it('does not try while offline, and tells of what was posted before it leaves the queue', async () => {
    const { open, seen } = world();
    let online = false;
    const store = open({ isOnline: () => online });
    const told: string[] = [];
    store.onPosted((message) => told.push(`${message.body} with ${store.get().length} queued`));
    store.add(draft('one'));
    await rest();
    expect(seen).toEqual([]);
    online = true;
    store.flush();
    await rest();
    expect(told).toEqual(['one with 1 queued']);
  });

  it('two tabs send one message once', async () => {
    const { open, posted, seen } = world();
    const [here, there] = [open(), open()];
    here.add(draft('one'));
    there.reread();
    await rest();
    expect([posted, seen]).toEqual([['one'], ['k1']]);
    there.reread();
    expect(there.get()).toEqual([]);
  });

  it('works without storage for as long as the page is open', async () => {
    const { open, posted, cut, storageFails, timePasses } = world();
    storageFails();
    const store = open();
    cut('DOWN');
    store.add(draft('one'));
    await rest();
    expect(states(store)).toEqual(['one WAITING']);
    cut('UP');
    await timePasses();
    await rest();
    expect(posted).toEqual(['one']);
  });
});
