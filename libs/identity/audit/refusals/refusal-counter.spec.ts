import { testActor } from '@throughline/testing';
import { newId } from '@throughline/platform/kernel';
import { OTHER_OPERATIONS, RefusalCounter } from './refusal-counter.js';

const refused = { operation: 'Mutation.winDeal', code: 'FORBIDDEN' as const, permission: 'deal.win', recordId: null };

describe('counting refusals', () => {
  const actor = testActor({ organizationId: newId(), grants: [] });
  const limits = { windowMs: 60_000, operationsEach: 3, windows: 100 };

  it('tells the first at once and the others once, when the minute is over', () => {
    const counter = new RefusalCounter(limits);
    const record = newId();
    expect(counter.count(actor, refused, 0)).toMatchObject({ operation: 'Mutation.winDeal', count: 1 });
    for (let at = 1; at <= 5_000; at++) expect(counter.count(actor, { ...refused, recordId: record }, at)).toBeNull();
    expect(counter.due(59_999)).toEqual([]);
    expect(counter.due(60_000)).toEqual([{ ...refused, actor, count: 5_000, recordIds: [record] }]);
    expect(counter.due(120_000)).toEqual([]);
    expect(counter.count(actor, refused, 60_001)).toMatchObject({ count: 1 });
  });

  it('tells a single refusal once only', () => {
    const counter = new RefusalCounter(limits);
    counter.count(actor, refused, 0);
    expect(counter.due(60_000)).toEqual([]);
  });

  it('counts together what exceeds the operations of one person, and keeps people apart', () => {
    const counter = new RefusalCounter(limits);
    const told = Array.from({ length: 50 }, (_, index) => counter.count(actor, { ...refused, operation: `Query.field${index}` }, index)?.operation);
    expect(told.filter(Boolean)).toEqual(['Query.field0', 'Query.field1', 'Query.field2', OTHER_OPERATIONS]);
    expect(counter.count(testActor({ organizationId: actor.organizationId, grants: [] }), refused, 60)).toMatchObject({ operation: 'Mutation.winDeal' });
    expect(counter.due(100_000)).toEqual([expect.objectContaining({ operation: OTHER_OPERATIONS, count: 46 })]);
    expect(counter.count(actor, { ...refused, operation: 'Query.field9' }, 100_001)).toMatchObject({ operation: 'Query.field9' });
  });

  it('remembers so many windows and no more', () => {
    const counter = new RefusalCounter({ ...limits, windows: 2 });
    const told = [0, 1, 2].map((at) => counter.count(testActor({ organizationId: actor.organizationId, grants: [] }), refused, at));
    expect(told.map((row) => row?.count)).toEqual([1, 1, undefined]);
  });

  it('remembers twenty records of a flood', () => {
    const counter = new RefusalCounter(limits);
    for (let at = 0; at < 100; at++) counter.count(actor, { ...refused, recordId: newId() }, at);
    expect(counter.due(60_000)[0]?.recordIds).toHaveLength(20);
  });
});
