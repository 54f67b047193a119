import { compileAbility, type Grant, type Scope, systemActor } from '@throughline/platform/access';
import { type Actor, newId, type Tier } from '@throughline/platform/kernel';

/** What a test's actor is made of; everything but the organization has a default. */
export interface TestActorOptions {
  organizationId: string;
  /** `lead.read:DEPARTMENT`, or a whole grant; of an organization's everything when absent. */
  grants?: readonly (string | Grant)[];
  userId?: string | null;
  tier?: Tier;
  customerIds?: string[];
  departmentIds?: string[];
  teamIds?: string[];
  historical?: boolean;
}

/**
 * Somebody to call services as, without an account, a session or roles. The features whose permissions are named must be
 * imported by the test.
 *
 * @throws Error for a permission no imported feature declares
 */
export function testActor(options: TestActorOptions): Actor {
  const { organizationId, tier = 'EMPLOYEE', customerIds = [], departmentIds = [], teamIds = [] } = options;
  const userId = options.userId === undefined ? newId() : options.userId;
  const ability = options.grants
    ? compileAbility(options.grants.map(grantOf), { userId, customerIds, departmentIds, teamIds })
    : systemActor(organizationId).ability;
  return {
    organizationId, userId, sessionId: null, tier, customerIds, ability, abilityVersion: JSON.stringify(ability.rules),
    request: { id: newId(), address: '127.0.0.1', userAgent: 'test' },
    ...(options.historical === undefined ? {} : { historical: options.historical }),
  };
}

function grantOf(grant: string | Grant): Grant {
  if (typeof grant !== 'string') return grant;
  const [permission = '', scope = 'ORGANIZATION'] = grant.split(':');
  return { permission, scope: scope as Scope, effect: 'ALLOW' };
}
