import { ConsumerWake, type Span } from './consumer-wake.js';

describe('ConsumerWake', () => {
  const woken: string[] = [];
  const asked: Span[][] = [];
  let answer: (spans: readonly Span[]) => Promise<ReadonlySet<string>>;
  const wakeable = (name: string, ...kinds: string[]): { kinds: string[]; look(): void } => ({ kinds, look: () => void woken.push(name) });
  const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
  let wake: ConsumerWake;

  beforeEach(async () => {
    answer = async () => new Set(['task.updated']);
    wake = new ConsumerWake([wakeable('tasks', 'task.created', 'task.updated'), wakeable('deals', 'deal.won')], (spans) => {
      asked.push([...spans]);
      return answer(spans);
    });
    wake.note([{ organizationId: 'one', position: 7 }]);
    await settled();
  });
  afterEach(() => {
    woken.length = 0;
    asked.length = 0;
  });

  it('wakes everybody at the first word of an organization: nobody knows what came before', () => {
    expect(woken).toEqual(['tasks', 'deals']);
    expect(asked).toEqual([]);
  });

  it('wakes those who take something of what is new, after one look for all of them', async () => {
    woken.length = 0;
    wake.note([{ organizationId: 'one', position: 9 }]);
    await settled();
    expect(asked).toEqual([[{ organizationId: 'one', after: 7, upTo: 9 }]]);
    expect(woken).toEqual(['tasks']);
  });

  it('looks once more, together, at what it hears while it looks', async () => {
    let release: (kinds: ReadonlySet<string>) => void = () => undefined;
    answer = () => new Promise((done) => (release = done));
    woken.length = 0;
    wake.note([{ organizationId: 'one', position: 8 }]);
    wake.note([{ organizationId: 'one', position: 9 }]);
    wake.note([{ organizationId: 'one', position: 10 }]);
    const first = release;
    answer = async () => new Set(['deal.won']);
    first(new Set());
    await settled();
    expect(asked).toEqual([[{ organizationId: 'one', after: 7, upTo: 8 }], [{ organizationId: 'one', after: 8, upTo: 10 }]]);
    expect(woken).toEqual(['deals']);
  });

  it('wakes everybody when the log cannot be read, and after a lost connection', async () => {
    answer = () => Promise.reject(new Error('no database'));
    woken.length = 0;
    wake.note([{ organizationId: 'one', position: 8 }]);
    await settled();
    expect(woken).toEqual(['tasks', 'deals']);
    wake.everybody();
    wake.note([{ organizationId: 'one', position: 12 }]);
    await settled();
    expect(woken).toEqual(['tasks', 'deals', 'tasks', 'deals', 'tasks', 'deals']);
    expect(asked).toHaveLength(1);
  });
});
