import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import type { BuiltInRoleKey } from '../built-in-roles.js';
import { type DefaultGrant, defaultGrantsOf } from '../default-grants.js';
import { lineKey } from '../grant-cover.js';
import type { GrantLine } from '../rights.js';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { grantLine, type GrantLineEntry } from './grant-line.js';
import { refuseSuperadmin, refuseUngoverned, refuseUnheld } from './role-gate.js';
import { RoleRepository, type RoleRow, type StoredLine } from './role.repository.js';

const MOST_LINES = 2_000;

/** What roles grant, edited in place (ACL-05). Every change is one event with the lines before and after, by permission. */
@Injectable()
export class RoleGrantsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RoleRepository,
  ) {}

  /**
   * Makes these the role's lines.
   *
   * @param permission only lines of this permission are replaced; all when null
   * @throws AppError VALIDATION_FAILED, CONFLICT, NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (last administrator; REAUTHENTICATE), LIMIT_EXCEEDED
   */
  set(actor: Actor, roleId: string, version: number, entries: readonly GrantLineEntry[], permission: string | null): Promise<string> {
    return this.change(actor, roleId, version, (role, held) => {
      if (entries.length > MOST_LINES) throw refuse('LIMIT_EXCEEDED', `A role has ${MOST_LINES} lines at most.`, 'grants');
      const wanted = entries.map((entry, index) => {
        if (permission !== null && entry.permission !== permission) throw refuse('VALIDATION_FAILED', `Only lines of "${permission}" belong here.`, `grants.${index}.permission`);
        return grantLine(entry, role.tiers.includes('CLIENT'), `grants.${index}`);
      });
      return [...wanted, ...held.filter((line) => permission !== null && line.permission !== permission)];
    }, 'grants');
  }

  /** Adds one line. @throws AppError as `set`, DUPLICATE when it is there already */
  grant(actor: Actor, roleId: string, version: number, entry: GrantLineEntry): Promise<string> {
    return this.change(actor, roleId, version, (role, held) => {
      const line = grantLine(entry, role.tiers.includes('CLIENT'), 'grant');
      if (held.some((other) => lineKey(other) === lineKey(line))) throw refuse('DUPLICATE', 'The role has this line already.', 'grant');
      return [...held, line];
    }, 'grant');
  }

  /** Takes one line away. @throws AppError as `set`, NOT_FOUND for a line the role does not have */
  revoke(actor: Actor, roleId: string, version: number, grantId: string): Promise<string> {
    return this.change(actor, roleId, version, (_role, held) => {
      if (!held.some(({ id }) => id === grantId)) throw refuse('NOT_FOUND', 'The role has no such line.', 'grantId');
      return held.filter(({ id }) => id !== grantId);
    }, 'grantId');
  }

  /** Gives a built-in role the lines it came with. @throws AppError as `set`, PRECONDITION_FAILED for a role of the organization's own */
  reset(actor: Actor, roleId: string, version: number): Promise<string> {
    return this.change(actor, roleId, version, (role) => {
      if (!role.builtin) throw refuse('PRECONDITION_FAILED', 'Only built-in roles have defaults to go back to.');
      return defaultGrantsOf(role.key as BuiltInRoleKey).map(defaultLine);
    }, 'id');
  }

  private change(actor: Actor, roleId: string, version: number, wanted: (role: RoleRow, held: StoredLine[]) => GrantLine[], path: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const role = await this.roles.lock(work, roleId, 'id');
      authorize(actor, rolePermissions.grant, roleSubject, {}, 'id');
      refuseSuperadmin(role);
      await requireRecentProof(work);
      const before = await this.roles.lines(work, roleId);
      const after = distinct(wanted(role, before));
      const inherited = await this.roles.lineage(work, role.parentId);
      await refuseUnheld(work, [...before, ...inherited], [...after, ...inherited], path);
      await updateVersioned(work, 'role', 'role', roleId, version, {});
      await this.write(work, roleId, before, after);
      await refuseUngoverned(work);
      return roleId;
    });
  }

  private async write(work: Work, roleId: string, before: readonly StoredLine[], after: readonly GrantLine[]): Promise<void> {
    const [known, kept] = [new Set(before.map(lineKey)), new Set(after.map(lineKey))];
    await this.roles.deleteLines(work, before.filter((line) => !kept.has(lineKey(line))).map(({ id }) => id));
    await this.roles.insertLines(work, roleId, after.filter((line) => !known.has(lineKey(line))));
    const changes = changesByPermission(before, after);
    if (Object.keys(changes).length > 0) work.record({ kind: 'role.granted', subject: 'role', subjectId: roleId, access: { before: {}, after: {} }, changes });
  }
}

/** Lines before and after of every permission whose lines changed; null where there are none. */
export function changesByPermission(before: readonly GrantLine[], after: readonly GrantLine[]): Record<string, { before: unknown; after: unknown }> {
  const of = (lines: readonly GrantLine[], permission: string): GrantLine[] => lines.filter((line) => line.permission === permission)
    .map((line) => ({ ...line, id: undefined })).sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
  const changes: Record<string, { before: unknown; after: unknown }> = {};
  for (const permission of [...new Set([...before, ...after].map((line) => line.permission))].sort()) {
    const [old, next] = [of(before, permission), of(after, permission)];
    if (old.map(lineKey).join() === next.map(lineKey).join()) continue;
    changes[permission] = { before: old.length > 0 ? old : null, after: next.length > 0 ? next : null };
  }
  return changes;
}

function distinct(lines: readonly GrantLine[]): GrantLine[] {
  return [...new Map(lines.map((line) => [lineKey(line), line])).values()];
}

const defaultLine = ({ fields, effect, ...line }: DefaultGrant): GrantLine => ({ ...line, effect: effect ?? 'ALLOW', ...(fields ? { fields: [...fields].sort() } : {}) });
