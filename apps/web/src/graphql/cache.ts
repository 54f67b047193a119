import { InMemoryCache } from '@apollo/client';

/**
 * Records are kept by `__typename:id`, so one answer or event updates every screen that shows the record. A record's fields and its
 * `version` always come from one answer together; never merge them apart, or a save could pass a version it has not seen.
 * Pages of a connection are joined by `useConnection`, for any list of any query.
 */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      PageInfo: { keyFields: false, merge: true },
      Query: { fields: { viewer: { merge: true } } },
    },
  });
}

/** Takes a record out of every list of the cache (an event said REMOVED, or it was deleted). */
export function evict(cache: InMemoryCache, typename: string, id: string): void {
  const ref = cache.identify({ __typename: typename, id });
  if (!ref) return;
  cache.evict({ id: ref });
  cache.gc();
}
