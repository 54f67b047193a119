import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import { type AppAbility, switchedOff } from '../kernel/index.js';
import { permissionByName } from './permission.js';
import { matchRecord, type RecordConditions, recordConditions, type RuleConditions } from './record-conditions.js';
import { subjectByName, type SubjectDefinition } from './subject.js';

/** How far a grant reaches, from the person outwards. CUSTOMER is the clients' only scope. */
export const SCOPES = ['OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION', 'CUSTOMER'] as const;
export type Scope = (typeof SCOPES)[number];

/** ALLOW and DENY as they say; MASK, on a permission to read: the named fields are shown masked. */
export const EFFECTS = ['ALLOW', 'DENY', 'MASK'] as const;
export type Effect = (typeof EFFECTS)[number];

/** The action under which an ability keeps which fields are masked; no permission of that name can be granted. */
export const MASK_ACTION = '$mask';

/** One line of a role: a permission, how far it reaches, which fields, and whether it allows or denies. */
export interface Grant {
  permission: string;
  scope: Scope;
  /** Only these fields; all when absent. */
  fields?: string[];
  effect: Effect;
  /** Only records like this. */
  conditions?: RecordConditions;
  /** Where DEPARTMENT reaches when the role is bound to a department; the holder's own departments when absent. */
  departmentIds?: string[];
}

/** What scopes are measured against. */
export interface GrantHolder {
  userId: string | null;
  teamIds: string[];
  /** The person's departments and all below them. */
  departmentIds: string[];
  customerIds: string[];
  /** The organization's, ISO 4217: what conditions on amounts are in; absent where none can be. */
  currency?: string;
}


/**
 * Compiles grants into a CASL ability: allowances first, denials after them, because in CASL the later rule wins and a
 * denial must win over every grant (ACL-02).
 *
 * @throws Error when a grant names a permission or subject that does not exist
 */
export function compileAbility(grants: readonly Grant[], holder: GrantHolder): AppAbility {
  const ordered = [...grants.filter((grant) => grant.effect === 'ALLOW'), ...grants.filter((grant) => grant.effect !== 'ALLOW')];
  return abilityOf(ordered.flatMap((grant) => rulesOf(grant, holder)));
}

/** An ability of rules in CASL's form, the later the stronger. */
export function abilityOf(rules: readonly RawRuleOf<AppAbility>[]): AppAbility {
  // Our conditions are not CASL's Mongo queries, so they have a matcher of their own.
  const conditionsMatcher = matchRecord as never;
  return createMongoAbility<AppAbility>([...rules], { detectSubjectType: (subject) => (subject as unknown as { __subject: string }).__subject, conditionsMatcher });
}

function rulesOf(grant: Grant, holder: GrantHolder): RawRuleOf<AppAbility>[] {
  const permission = permissionByName(grant.permission);
  const subject = subjectByName(permission.subject);
  const reach = grant.departmentIds ? { ...holder, departmentIds: grant.departmentIds } : holder;
  const takes = grant.effect !== 'ALLOW';
  const ofRecord = recordConditions(subject, switchedOff('conditions') ? undefined : grant.conditions, takes, holder.currency);
  if (!ofRecord) return [];
  const base = {
    action: grant.effect === 'MASK' ? MASK_ACTION : permission.action,
    subject: permission.subject,
    inverted: grant.effect === 'DENY',
    ...(grant.fields ? { fields: grant.fields } : {}),
  };
  return scopeConditions(grant.scope, subject, reach, takes).map((scope) => {
    const conditions = { ...scope, ...ofRecord };
    return { ...base, ...(Object.keys(conditions).length > 0 ? { conditions } : {}) } as RawRuleOf<AppAbility>;
  });
}

/**
 * A scope as conditions on access columns, any of which suffices (one rule each, because CASL conditions know no "or");
 * null = every record of the organization. Fails closed.
 */
function scopeConditions(scope: Scope, subject: SubjectDefinition, holder: GrantHolder, takes: boolean): (RuleConditions | null)[] {
  const within = (column: 'departmentId' | 'teamId' | 'customerId', ids: string[]): RuleConditions =>
    ({ [column]: { $in: subject.columns[column] ? ids : [] } });
  const self = holder.userId ? [holder.userId] : [];
  const own: RuleConditions = { ownerId: { $in: subject.columns.ownerId ? self : [] } };
  if (subject.personal && !takes) return [own];
  switch (scope) {
    case 'ORGANIZATION':
      if (!subject.follows || takes) return [null];
      return [{ followed: true }, own, ...(['ASSIGNED', 'DEPARTMENT'] as const).flatMap((narrower) => scopeConditions(narrower, subject, holder, takes))];
    case 'DEPARTMENT':
      return [within('departmentId', holder.departmentIds)];
    case 'TEAM':
      return [within('teamId', holder.teamIds)];
    case 'OWN':
      return [own];
    case 'ASSIGNED':
      return subject.assignees ? [own, { assigneeIds: { $in: self } }] : [own];
    case 'CUSTOMER':
      return [{
        ...(subject.follows ? { followed: true as const } : within('customerId', holder.customerIds)),
        ...(subject.columns.sharedWithClient ? { sharedWithClient: true as const } : {}),
      }];
  }
}
