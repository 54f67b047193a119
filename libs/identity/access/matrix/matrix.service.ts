import { Injectable } from '@nestjs/common';
import { authorize, declaredSubjects, type Effect, type GrantConditions, permissionCatalogue, type Scope } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { hideableFields, scopesOf, statesOf } from '../roles/grant-line.js';
import { notHeld } from '../grant-cover.js';
import type { RightsFacts } from '../rights.js';
import { readRightsFacts } from '../rights.repository.js';

/** A line as a cell of the matrix shows it. */
export interface MatrixLine {
  id: string;
  permission: string;
  scope: Scope;
  effect: Effect;
  fields: string[] | null;
  conditions: GrantConditions | null;
  /** The role it is inherited from; null when it is the role's own and can be edited here. */
  inheritedFrom: string | null;
}

export interface MatrixCell {
  permission: string;
  lines: MatrixLine[];
}

export interface MatrixRole {
  id: string;
  version: number;
  key: string;
  name: string;
  tiers: string[];
  builtin: boolean;
  editable: boolean;
  cells: MatrixCell[];
}

export interface MatrixSubject {
  name: string;
  label: string;
  scopes: Scope[];
  clientScopes: Scope[];
  hideable: string[];
  maskable: string[];
  states: string[];
  hasState: boolean;
  hasAmount: boolean;
  permissions: { name: string; action: string; meaning: string; grantable: Scope[] }[];
}

/** Roles by permissions, with what is inherited (ACL-05), and what the reader may give of each: two statements, whatever the number of roles. */
@Injectable()
export class MatrixService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param roleIds only these columns; all roles when null
   * @throws AppError FORBIDDEN
   */
  matrix(actor: Actor, roleIds: readonly string[] | null): Promise<{ subjects: MatrixSubject[]; roles: MatrixRole[] }> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, rolePermissions.read, roleSubject, {});
      const rows = await work.query<Omit<MatrixRole, 'cells' | 'editable'> & { lines: MatrixLine[] }>(
        `WITH RECURSIVE lineage AS (
           SELECT id AS root, id, parent_id, NULL::text AS inherited FROM role WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2))
           UNION SELECT l.root, p.id, p.parent_id, p.name FROM lineage l JOIN role p ON p.organization_id = $1 AND p.id = l.parent_id),
         lines AS (
           SELECT l.root, jsonb_agg(jsonb_build_object('id', g.id, 'permission', g.permission, 'scope', g.scope, 'effect', g.effect, 'fields', g.fields,
             'conditions', g.conditions, 'inheritedFrom', l.inherited) ORDER BY l.inherited NULLS FIRST, g.effect, g.scope) AS lines
           FROM lineage l JOIN role_grant g ON g.organization_id = $1 AND g.role_id = l.id GROUP BY l.root)
         SELECT r.id, r.version, r.key, r.name, r.tiers, r.builtin, coalesce(lines.lines, '[]') AS lines
         FROM role r LEFT JOIN lines ON lines.root = r.id
         WHERE r.organization_id = $1 AND ($2::uuid[] IS NULL OR r.id = ANY ($2)) ORDER BY r.builtin DESC, r.created_at, r.name`,
        [actor.organizationId, roleIds],
      );
      const mayEdit = actor.ability.can(rolePermissions.grant.action, rolePermissions.grant.subject);
      const giver = mayEdit && actor.userId ? await readRightsFacts(work, actor.organizationId, actor.userId) : null;
      return { subjects: subjectsOfMatrix(giver), roles: rows.map(({ lines, ...role }) => ({ ...role, editable: mayEdit && role.key !== 'SUPERADMIN', cells: cellsOf(lines) })) };
    });
  }
}

function cellsOf(lines: readonly MatrixLine[]): MatrixCell[] {
  const cells = new Map<string, MatrixLine[]>();
  for (const line of lines) cells.set(line.permission, [...(cells.get(line.permission) ?? []), line]);
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([permission, held]) => ({ permission, lines: held }));
}

/** How far somebody may give a permission without conditions. */
const scopesGiven = (giver: RightsFacts, permission: string, scopes: readonly Scope[]): Scope[] =>
  [...new Set(scopes)].filter((scope) => notHeld(giver, [{ permission, scope, effect: 'ALLOW' }]).length === 0);

/**
 * Everything that permissions can be about, with what a line of each can say.
 *
 * @param giver who would give them: nobody gives what they do not hold as far themselves
 */
export function subjectsOfMatrix(giver: RightsFacts | null): MatrixSubject[] {
  const catalogue = permissionCatalogue();
  return declaredSubjects().map((subject) => ({
    name: subject.name, label: subject.label, scopes: scopesOf(subject, false), clientScopes: scopesOf(subject, true),
    hideable: hideableFields(subject.name), maskable: Object.keys(subject.maskable ?? {}), states: statesOf(subject), hasState: subject.columns.state !== undefined, hasAmount: subject.columns.amountMinor !== undefined,
    permissions: catalogue.filter((permission) => permission.subject === subject.name).map(({ name, action, meaning }) => ({ name, action, meaning, grantable: giver ? scopesGiven(giver, name, [...scopesOf(subject, false), ...scopesOf(subject, true)]) : [] })),
  })).filter(({ permissions }) => permissions.length > 0);
}
