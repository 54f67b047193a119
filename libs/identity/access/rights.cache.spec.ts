import { HeldRights } from './rights.js';
import { RightsCache } from './rights.cache.js';

const held = new HeldRights({ userId: null, tier: 'EMPLOYEE', customerIds: [], teamIds: [], departmentIds: [], subtrees: {}, grants: [], zone: 'UTC', expiresAt: null, views: [] }, () => undefined);
const entry = (accessVersion: string): Parameters<RightsCache['set']>[1] => ({ accessVersion, held, views: new Map() });

describe('the cache of rights', () => {
  it('forgets whom it has not seen for longest', () => {
    const cache = new RightsCache(2);
    cache.set('ana', entry('1'));
    cache.set('ben', entry('1'));
    cache.get('ana');
    cache.set('cleo', entry('1'));
    expect(['ana', 'ben', 'cleo'].filter((user) => cache.get(user))).toEqual(['ana', 'cleo']);
  });

  it('keeps the last entry of a person', () => {
    const cache = new RightsCache(2);
    cache.set('ana', entry('1'));
    cache.set('ana', entry('2'));
    expect(cache.get('ana')?.accessVersion).toBe('2');
  });
});
