import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import type { AppAbility } from '../kernel/index.js';
import { permissionByName } from './permission.js';
import { subjectByName, type SubjectDefinition } from './subject.js';

/** How far a grant reaches, from the person outwards. CUSTOMER is the clients' only scope. */
export const SCOPES = ['OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION', 'CUSTOMER'] as const;
export type Scope = (typeof SCOPES)[number];

/** One line of a role: a permission, how far it reaches, which fields, and whether it allows or denies. */
export interface Grant {
  permission: string;
  scope: Scope;
  /** Only these fields; all when absent. */
  fields?: string[];
  effect: 'ALLOW' | 'DENY';
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
}

type Condition = Record<string, unknown>;

/**
 * Compiles grants into a CASL ability: allowances first, denials after them, because in CASL the later rule wins and a
 * denial must win over every grant (ACL-02).
 *
 * @throws Error when a grant names a permission or subject that does not exist
 */
export function compileAbility(grants: readonly Grant[], holder: GrantHolder): AppAbility {
  const ordered = [...grants.filter((grant) => grant.effect === 'ALLOW'), ...grants.filter((grant) => grant.effect === 'DENY')];
  const rules = ordered.flatMap((grant) => {
    const permission = permissionByName(grant.permission);
    const reach = grant.departmentIds ? { ...holder, departmentIds: grant.departmentIds } : holder;
    return scopeConditions(grant.scope, subjectByName(permission.subject), reach).map((conditions) => ({
      action: permission.action,
      subject: permission.subject,
      inverted: grant.effect === 'DENY',
      ...(conditions ? { conditions } : {}),
      ...(grant.fields ? { fields: grant.fields } : {}),
    } as RawRuleOf<AppAbility>));
  });
  return createMongoAbility(rules, { detectSubjectType: (subject) => (subject as { __subject: string }).__subject });
}

/**
 * A scope as conditions on access columns, any of which suffices (one rule each, because CASL conditions know no "or");
 * null = every record of the organization. Fails closed.
 */
function scopeConditions(scope: Scope, subject: SubjectDefinition, holder: GrantHolder): (Condition | null)[] {
  const within = (column: 'departmentId' | 'teamId' | 'customerId', ids: string[]): Condition =>
    ({ [column]: { $in: subject.columns[column] ? ids : [] } });
  const self = holder.userId ? [holder.userId] : [];
  const own: Condition = { ownerId: { $in: subject.columns.ownerId ? self : [] } };
  switch (scope) {
    case 'ORGANIZATION':
      return [null];
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
        ...within('customerId', holder.customerIds),
        ...(subject.columns.sharedWithClient ? { sharedWithClient: true } : {}),
      }];
  }
}
