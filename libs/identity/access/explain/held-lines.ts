import type { Work } from '@throughline/platform/database';
import type { Effect, GrantConditions, Scope } from '@throughline/platform/access';
import type { HeldGrant } from '../rights.js';

/** A line that somebody holds, with the way it came to them. */
export interface SourcedLine extends HeldGrant {
  /** The role they hold; null for an exception. */
  role: string | null;
  /** The role it is inherited from; null when it is the role's own. */
  inheritedFrom: string | null;
  /** The department the role is bound to. */
  department: string | null;
  /** Exceptions only. */
  reason: string | null;
  expiresAt: string | null;
}

interface Row {
  permission: string;
  scope: Scope;
  fields: string[] | null;
  effect: Effect;
  conditions: GrantConditions | null;
  boundTo: string | null;
  role: string | null;
  inheritedFrom: string | null;
  department: string | null;
  reason: string | null;
  expiresAt: string | null;
}

/** Every line of one permission that a person holds by roles (their tier may have) and exceptions in force. */
export async function heldLines(work: Work, userId: string, permissions: readonly string[]): Promise<SourcedLine[]> {
  const rows = await work.query<Row>(
    `WITH RECURSIVE held AS (
       SELECT ur.role_id, ur.department_id, r.name FROM user_role ur
       JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
       JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id AND u.tier = ANY (r.tiers)
       WHERE ur.organization_id = $1 AND ur.user_id = $2),
     lineage AS (
       SELECT role_id AS id, department_id, name AS role, NULL::text AS inherited FROM held
       UNION SELECT p.id, l.department_id, l.role, p.name FROM lineage l JOIN role c ON c.organization_id = $1 AND c.id = l.id JOIN role p ON p.organization_id = $1 AND p.id = c.parent_id)
     SELECT g.permission, g.scope, g.fields, g.effect, g.conditions, l.department_id AS "boundTo", l.role, l.inherited AS "inheritedFrom", d.name AS department,
       NULL AS reason, NULL AS "expiresAt"
     FROM lineage l JOIN role_grant g ON g.organization_id = $1 AND g.role_id = l.id LEFT JOIN department d ON d.organization_id = $1 AND d.id = l.department_id
     WHERE g.permission = ANY ($3)
     UNION ALL SELECT permission, scope, fields, effect, conditions, NULL, NULL, NULL, NULL, reason, to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')
     FROM user_grant WHERE organization_id = $1 AND user_id = $2 AND permission = ANY ($3) AND (expires_at IS NULL OR expires_at > now())
     ORDER BY 5 NULLS FIRST, 7, 2`,
    [work.actor.organizationId, userId, permissions],
  );
  return rows.map(({ fields, conditions, ...line }) => ({ ...line, ...(fields ? { fields } : {}), ...(conditions ? { conditions } : {}) }));
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What must be so, in words: `only from 10.0.0.0/8, Monday to Friday 09:00 to 17:00`. Empty without conditions. */
export function conditionsInWords({ networks, hours, states, amountAtLeast, amountAtMost }: GrantConditions): string[] {
  return [
    ...(networks ? [`from ${networks.join(', ')}`] : []),
    ...(hours ? [hours.map(({ days, from, to }) => `${days.map((day) => DAYS[day - 1]).join(', ')} ${from} to ${to}`).join(' or ')] : []),
    ...(states ? [`in the state ${states.join(' or ')}`] : []),
    ...(amountAtLeast === undefined ? [] : [`from an amount of ${amountAtLeast} minor units`]),
    ...(amountAtMost === undefined ? [] : [`up to an amount of ${amountAtMost} minor units`]),
  ];
}

const REACH: Record<Scope, string> = {
  OWN: 'the records they own', ASSIGNED: 'the records they own or work on', TEAM: 'the records of their teams', DEPARTMENT: 'the records of their departments and all below',
  ORGANIZATION: 'every record of the organization', CUSTOMER: 'the records of their own customer',
};

/** How far a line reaches: `the records of their departments and all below`; of a role bound to a department, that department's. */
export function reachInWords({ scope, department }: Pick<SourcedLine, 'scope' | 'department'>): string {
  return department && (scope === 'DEPARTMENT' || scope === 'ORGANIZATION') ? `the records of ${department} and all below` : REACH[scope];
}

/** `it for the records they own (email, phone)` */
export function lineInWords(line: SourcedLine): string {
  return `it for ${reachInWords(line)}${line.fields ? ` (${line.fields.join(', ')})` : ''}`;
}

/** `the role Sales Manager (inherited from Sales Agent), bound to Sales` */
export function sourceInWords({ role, inheritedFrom, department, reason, expiresAt }: SourcedLine): string {
  if (role === null) return `an exception${expiresAt ? ` until ${expiresAt}` : ''} ("${reason ?? ''}")`;
  return `the role ${role}${inheritedFrom ? ` (inherited from ${inheritedFrom})` : ''}${department ? `, bound to ${department}` : ''}`;
}
