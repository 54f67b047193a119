import { createHash } from 'node:crypto';
import {
  compileAbility, dependsOnRequest, type Grant, type GrantConditions, type GrantHolder, permissionCatalogue, type RequestContext, requestConditionsHold, subjectByName,
} from '@throughline/platform/access';
import type { AppAbility, Tier, Viewing } from '@throughline/platform/kernel';

/** A line of a role or an exception, with every condition it has. */
export interface GrantLine extends Omit<Grant, 'conditions' | 'departmentIds'> {
  conditions?: GrantConditions;
}

/** A grant as a person holds it: through a role that may be bound to a department, or as an exception. */
export interface HeldGrant extends GrantLine {
  /** The department the role is bound to; null = wherever the person belongs. */
  boundTo: string | null;
}

/** A view as somebody else that a session of the person has open. */
export interface OpenView {
  sessionId: string;
  asUserId: string | null;
  asRoleId: string | null;
  name: string;
  /** Milliseconds since 1970, by this process's clock. */
  until: number;
}

/** Everything a person's rights follow from, as the database holds it. */
export interface RightsFacts extends GrantHolder {
  tier: Tier;
  grants: HeldGrant[];
  /** Each department that a role is bound to, with all departments below it. */
  subtrees: Readonly<Record<string, string[]>>;
  /** The organization's time zone: what hours are measured in. */
  zone: string;
  /** When the first exception or view among these runs out (milliseconds since 1970, by this process's clock); null = never. */
  expiresAt: number | null;
  views: OpenView[];
}

/** What a person may do; replaced as a whole, never changed. */
export interface Rights {
  tier: Tier;
  customerIds: string[];
  ability: AppAbility;
  /** A digest of the compiled rules: equal for people with equal rights. */
  abilityVersion: string;
  /** Until when that holds if nobody changes anything; null = without end. */
  validUntil: number | null;
  viewing: Viewing | null;
}

const MINUTE = 60_000;
const NOWHERE: Omit<RequestContext, 'zone'> = { address: null, now: new Date(0) };

/**
 * What a person holds, ready to be judged by a request. Grants that a tier cannot have are dropped here whatever the database
 * says: clients keep CUSTOMER grants only and others none of them. Of a role bound to a department, ORGANIZATION becomes that
 * department, and on subjects that belong to no department (catalogue, settings) only reading remains.
 */
export class HeldRights {
  private readonly always: Grant[] = [];
  /** Grants that depend on the request: its network, its hour. */
  private readonly sometimes: { grant: Grant; conditions: GrantConditions }[] = [];
  /** Abilities by which of those hold. */
  private readonly variants = new Map<string, Pick<Rights, 'ability' | 'abilityVersion'>>();

  /** @param unknown is told each permission that no feature declares; such grants do nothing */
  constructor(
    readonly facts: RightsFacts,
    unknown: (permission: string) => void,
    private readonly viewing: Viewing | null = null,
  ) {
    const declared = new Map(permissionCatalogue().map((permission) => [permission.name, permission]));
    for (const { conditions, ...held } of facts.grants) {
      const permission = declared.get(held.permission);
      if (!permission) {
        unknown(held.permission);
        continue;
      }
      if ((held.scope === 'CUSTOMER') !== (facts.tier === 'CLIENT')) continue;
      const grant = bound(conditions ? { ...held, conditions } : held, permission, facts.subtrees);
      if (!grant) continue;
      if (conditions && dependsOnRequest(conditions)) this.sometimes.push({ grant, conditions });
      else this.always.push(grant);
    }
  }

  /** The rights of a request. Costs nothing worth mentioning when the same grants hold as before. */
  in(request: Omit<RequestContext, 'zone'>): Rights {
    const { tier, customerIds } = this.facts;
    return { tier, customerIds, ...this.variant(request), validUntil: this.validUntil(request.now), viewing: this.viewing };
  }

  /** Whether something ran out that these were made with: then they must be read again. */
  outdated(now: number): boolean {
    return this.facts.expiresAt !== null && this.facts.expiresAt <= now;
  }

  private variant(request: Omit<RequestContext, 'zone'>): Pick<Rights, 'ability' | 'abilityVersion'> {
    const context = { ...request, zone: this.facts.zone };
    const holding = this.sometimes.filter(({ grant, conditions }) => requestConditionsHold(conditions, context, grant.effect !== 'ALLOW'));
    const key = this.sometimes.map((each) => (holding.includes(each) ? '1' : '0')).join('');
    let variant = this.variants.get(key);
    if (!variant) {
      const ability = compileAbility(withoutRedundant([...this.always, ...holding.map(({ grant }) => grant)]), this.facts);
      this.variants.set(key, (variant = { ability, abilityVersion: digest(ability) }));
    }
    return variant;
  }

  /** Hours begin and end with a minute. */
  private validUntil(now: Date): number | null {
    const { expiresAt } = this.facts;
    if (!this.sometimes.some(({ conditions }) => conditions.hours)) return expiresAt;
    return Math.min(expiresAt ?? Infinity, (Math.floor(now.getTime() / MINUTE) + 1) * MINUTE);
  }
}

/** @see HeldRights */
export function compileRights(facts: RightsFacts, unknown: (permission: string) => void, request = NOWHERE): Rights {
  return new HeldRights(facts, unknown).in(request);
}

/** A grant as far as its role's department allows; null when nothing remains. */
export function bound({ boundTo, ...grant }: HeldGrant, permission: { action: string; subject: string }, subtrees: RightsFacts['subtrees']): Grant | null {
  if (boundTo === null) return grant;
  const departmentIds = subtrees[boundTo] ?? [];
  const subject = subjectByName(permission.subject);
  // What follows another record reaches no further than that record does, and its role's department bounds that.
  if (grant.scope !== 'ORGANIZATION' || subject.follows) return { ...grant, departmentIds };
  if (subject.columns.departmentId) return { ...grant, scope: 'DEPARTMENT', departmentIds };
  return permission.action === 'read' || grant.effect !== 'ALLOW' ? grant : null;
}

/** Drops what a wider allowance of the same permission covers: fewer rules, shorter SQL. */
function withoutRedundant(grants: Grant[]): Grant[] {
  const everywhere = (grant: Grant): boolean => grant.effect === 'ALLOW' && grant.scope === 'ORGANIZATION' && !grant.fields && !grant.conditions;
  const covered = new Set(grants.filter(everywhere).map((grant) => grant.permission));
  const seen = new Set<string>();
  return grants.filter((grant) => {
    if (grant.effect === 'ALLOW' && !everywhere(grant) && covered.has(grant.permission)) return false;
    const key = JSON.stringify([grant.permission, grant.scope, grant.effect, grant.fields, grant.departmentIds, grant.conditions]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function digest(ability: AppAbility): string {
  return createHash('sha256').update(JSON.stringify(ability.rules)).digest('base64url').slice(0, 22);
}
