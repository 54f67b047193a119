import { type Actor, type ActorRequest, type AppAbility, newId } from '../kernel/index.js';
import { abilityOf } from './grant.js';

/** May do nothing. */
export const NO_RIGHTS: AppAbility = abilityOf([]);
/** May do everything within the one organization that the transaction is entered for. */
const ALL_RIGHTS: AppAbility = abilityOf([{ action: 'manage', subject: 'all' }]);

/**
 * Somebody who is not signed in: has no rights at all; public forms and links do their own narrow checks.
 *
 * @param organizationId once a public form or link has told whose it is
 */
export function strangerActor(request: ActorRequest, organizationId = ''): Actor {
  return { organizationId, userId: null, sessionId: null, tier: 'PUBLIC', customerIds: [], ability: NO_RIGHTS, abilityVersion: 'none', request };
}

/**
 * The product itself, in jobs and consumers: everything within one organization, nothing outside it.
 *
 * @param requestId names what caused the work in events and logs: the job's id
 */
export function systemActor(organizationId: string, requestId: string = newId()): Actor {
  return {
    organizationId, userId: null, sessionId: null, tier: 'SYSTEM', customerIds: [], ability: ALL_RIGHTS, abilityVersion: 'system',
    request: { id: requestId, address: null, userAgent: null },
  };
}
