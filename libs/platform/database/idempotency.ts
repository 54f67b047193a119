import { refuse } from '../kernel/index.js';
import type { Work } from './work.js';

interface Idempotency { key: string; operation: string; digest: string }

/**
 * Claims a key for this transaction. A concurrent claim of the same key waits here until the first one ends.
 *
 * @returns the stored result when the same request already succeeded; null when this transaction is the first
 * @throws AppError CONFLICT when the key was used for something else
 */
export async function claimIdempotencyKey(work: Work, idempotency: Idempotency): Promise<{ result: unknown } | null> {
  const { organizationId } = work.actor;
  const owner = ownerOf(work);
  const claimed = await work.execute(
    `INSERT INTO idempotency_key (organization_id, actor, key, operation, digest) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [organizationId, owner, idempotency.key, idempotency.operation, idempotency.digest],
  );
  if (claimed === 1) return null;
  const [stored] = await work.query<{ operation: string; digest: string; result: unknown }>(
    'SELECT operation, digest, result FROM idempotency_key WHERE organization_id = $1 AND actor = $2 AND key = $3',
    [organizationId, owner, idempotency.key],
  );
  if (stored?.operation !== idempotency.operation || stored.digest !== idempotency.digest) {
    throw refuse('CONFLICT', 'This Idempotency-Key was already used for a different request. Use a new key.');
  }
  return { result: stored.result };
}

/** Keeps what the operation returned, so that a repeat can answer the same. Failures are not stored: they roll back. */
export function storeIdempotentResult(work: Work, idempotency: Idempotency, result: unknown): void {
  work.post(
    'UPDATE idempotency_key SET result = $4::jsonb WHERE organization_id = $1 AND actor = $2 AND key = $3',
    [work.actor.organizationId, ownerOf(work), idempotency.key, JSON.stringify(result ?? null)],
  );
}

/** Keys are scoped to the person; strangers with a public form or link share a scope of their own. */
function ownerOf(work: Work): string {
  return work.actor.userId ?? work.actor.tier;
}
