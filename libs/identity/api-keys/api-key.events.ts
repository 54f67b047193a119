import type { Work } from '@throughline/platform/database';
import { apiKeySubject } from './api-key.policy.js';
import type { LockedKey } from './api-key.repository.js';

export type ApiKeyEvent = 'apiKey.created' | 'apiKey.rotated' | 'apiKey.revoked';

/** @param facts what is to be known of it; never a secret */
export function recordKeyEvent(work: Work, kind: ApiKeyEvent, { id, createdById }: Pick<LockedKey, 'id' | 'createdById'>, facts: Readonly<Record<string, unknown>>): void {
  const access = { ownerId: createdById };
  work.record({
    kind, subject: apiKeySubject.name, subjectId: id, access: { before: kind === 'apiKey.created' ? null : access, after: access },
    changes: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { before: null, after: value }])),
  });
}
