import { createHash } from 'node:crypto';
import { compileAbility, type Grant, type GrantHolder, permissionCatalogue, subjectByName } from '@throughline/platform/access';
import type { AppAbility, Tier } from '@throughline/platform/kernel';

/** A grant as a person holds it: through a role that may be bound to a department. */
export interface HeldGrant extends Grant {
  /** The department the role is bound to; null = wherever the person belongs. */
  boundTo: string | null;
}

/** Everything a person's rights follow from, as the database holds it. */
export interface RightsFacts extends GrantHolder {
  tier: Tier;
  grants: HeldGrant[];
  /** Each department that a role is bound to, with all departments below it. */
  subtrees: Readonly<Record<string, string[]>>;
}

/** What a person may do; replaced as a whole, never changed. */
export interface Rights {
  tier: Tier;
  customerIds: string[];
  ability: AppAbility;
  /** A digest of the compiled rules: equal for people with equal rights. */
  abilityVersion: string;
}

/**
 * Compiles what a person holds. Grants that a tier cannot have are dropped here whatever the database says: clients keep
 * CUSTOMER grants only and others none of them. Of a role bound to a department, ORGANIZATION becomes that department, and
 * on subjects that belong to no department (catalogue, settings) only reading remains.
 *
 * @param unknown is told each permission that no feature declares; such grants do nothing
 */
export function compileRights(facts: RightsFacts, unknown: (permission: string) => void): Rights {
  const declared = new Map(permissionCatalogue().map((permission) => [permission.name, permission]));
  const grants: Grant[] = [];
  for (const held of facts.grants) {
    const permission = declared.get(held.permission);
    if (!permission) {
      unknown(held.permission);
      continue;
    }
    if ((held.scope === 'CUSTOMER') !== (facts.tier === 'CLIENT')) continue;
    const grant = bound(held, permission, facts.subtrees);
    if (grant) grants.push(grant);
  }
  const ability = compileAbility(withoutRedundant(grants), facts);
  return { tier: facts.tier, customerIds: facts.customerIds, ability, abilityVersion: digest(ability) };
}

/** A grant as far as its role's department allows; null when nothing remains. */
function bound({ boundTo, ...grant }: HeldGrant, permission: { action: string; subject: string }, subtrees: RightsFacts['subtrees']): Grant | null {
  if (boundTo === null) return grant;
  const departmentIds = subtrees[boundTo] ?? [];
  if (grant.scope !== 'ORGANIZATION') return { ...grant, departmentIds };
  if (subjectByName(permission.subject).columns.departmentId) return { ...grant, scope: 'DEPARTMENT', departmentIds };
  return permission.action === 'read' || grant.effect === 'DENY' ? grant : null;
}

/** Drops what a wider allowance of the same permission covers: fewer rules, shorter SQL. */
function withoutRedundant(grants: Grant[]): Grant[] {
  const everywhere = (grant: Grant): boolean => grant.effect === 'ALLOW' && grant.scope === 'ORGANIZATION' && !grant.fields;
  const covered = new Set(grants.filter(everywhere).map((grant) => grant.permission));
  const seen = new Set<string>();
  return grants.filter((grant) => {
    if (grant.effect === 'ALLOW' && !everywhere(grant) && covered.has(grant.permission)) return false;
    const key = JSON.stringify([grant.permission, grant.scope, grant.effect, grant.fields, grant.departmentIds]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function digest(ability: AppAbility): string {
  return createHash('sha256').update(JSON.stringify(ability.rules)).digest('base64url').slice(0, 22);
}
