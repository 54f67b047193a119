import { parse } from 'graphql';
import { testActor } from '../../../testing/index.js';
import { newId } from '../../kernel/index.js';
import '../testing/gadgets.read.js';
import { type Plan, PlanCache } from './plan-cache.js';

describe('PlanCache', () => {
  const document = parse('{ a }');
  const actor = testActor({ organizationId: newId(), grants: ['gadget.read'] });
  const plan = (name: string): Plan => ({ statement: { name, text: '', values: [], finishes: [], needsExecution: false, personal: false }, keys: [], fields: [] });

  it('tells apart whatever a plan depends on', () => {
    const cache = new PlanCache();
    const keys = [
      cache.key(actor, document, 'A', { first: 1 }), cache.key(actor, document, 'B', { first: 1 }), cache.key(actor, document, 'A', { first: 2 }),
      cache.key(actor, document, 'A', { first: '1' }), cache.key(actor, document, 'A', undefined), cache.key(actor, parse('{ a }'), 'A', { first: 1 }),
      cache.key({ ...actor, abilityVersion: 'other' }, document, 'A', { first: 1 }), cache.key({ ...actor, organizationId: newId() }, document, 'A', { first: 1 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(cache.key(actor, document, 'A', { first: 1 })).toBe(keys[0]);
  });

  it('does not keep what is long', () => {
    expect(new PlanCache().key(actor, document, null, { text: 'x'.repeat(2_000) })).toBeUndefined();
  });

  it('holds so many and drops what was not used for longest', () => {
    const cache = new PlanCache(2);
    cache.set('a', plan('a'));
    cache.set('b', null);
    expect(cache.get('a')).toEqual(plan('a'));
    cache.set('c', plan('c'));
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([plan('a'), undefined, plan('c')]);
    cache.set('d', null);
    expect(cache.get('d')).toBeNull();
    expect(cache.size).toBe(2);
  });
});
