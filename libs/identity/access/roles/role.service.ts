import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/sessions';
import { allows, authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import type { GrantLine } from '../rights.js';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { refuseSuperadmin, refuseUngoverned, refuseUnheld } from './role-gate.js';
import { RoleRepository, type RoleRow } from './role.repository.js';

/** A new role: empty, or with the lines of another one. */
export interface NewRole {
  name: string;
  description?: string | null | undefined;
  tiers: readonly string[];
  parentId?: string | null | undefined;
  copyOf?: string | null | undefined;
}

/** Facts that may be edited; absent = unchanged. */
export type RoleChanges = Partial<Pick<RoleRow, 'name' | 'description' | 'parentId'>> & { tiers?: readonly string[] };

/** Creates, changes and removes roles (ACL-02); what they grant is `RoleGrantsService`. */
@Injectable()
export class RoleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RoleRepository,
  ) {}

  /**
   * @returns the new role's id
   * @throws AppError VALIDATION_FAILED, DUPLICATE (name), NOT_FOUND, FORBIDDEN (lines the actor does not hold), PRECONDITION_FAILED (REAUTHENTICATE)
   */
  create(actor: Actor, input: NewRole): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, rolePermissions.create, {})) throw refuse('FORBIDDEN', 'You may not create roles.');
      const lines = input.copyOf ? bare(await this.roles.lines(work, (await this.roles.lock(work, input.copyOf, 'copyOf')).id)) : [];
      if (input.parentId) await this.roles.lock(work, input.parentId, 'parentId');
      await requireRecentProof(work);
      const facts = { name: named(input.name), description: normalizeText(input.description) ?? '', tiers: tiersOf(input.tiers), parentId: input.parentId ?? null };
      checkSide(facts.tiers, lines);
      await refuseUnheld(work, [], [...lines, ...(await this.roles.lineage(work, facts.parentId))], 'copyOf');
      const id = newId();
      await insertRow(work, 'role', { id, key: `CUSTOM_${id.replaceAll('-', '').slice(-12).toUpperCase()}`, builtin: false, ...facts });
      await this.roles.insertLines(work, id, lines);
      this.record(work, 'role.created', id, { before: null, after: {} }, { ...fieldChanges({}, facts), ...(lines.length > 0 ? { grants: { before: null, after: lines } } : {}) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, DUPLICATE, NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (held by a tier that is taken away; last administrator; REAUTHENTICATE) */
  update(actor: Actor, id: string, version: number, input: RoleChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const role = await this.roles.lock(work, id);
      authorize(actor, rolePermissions.update, roleSubject, {});
      refuseSuperadmin(role);
      if (input.parentId) refuseSuperadmin(await this.roles.lock(work, input.parentId, 'parentId'));
      await requireRecentProof(work);
      const facts = {
        ...(input.name === undefined ? {} : { name: named(input.name) }),
        ...(input.description === undefined ? {} : { description: normalizeText(input.description) ?? '' }),
        ...(input.tiers === undefined ? {} : { tiers: tiersOf(input.tiers) }),
        ...(input.parentId === undefined ? {} : { parentId: input.parentId }),
      };
      const changes = fieldChanges(role, facts);
      if (facts.tiers) await this.keepsHolders(work, role, facts.tiers);
      if (changes['parentId']) {
        const own = await this.roles.lines(work, id);
        const [before, after] = [await this.roles.lineage(work, role.parentId), await this.roles.lineage(work, input.parentId ?? null)];
        await refuseUnheld(work, [...own, ...before], [...own, ...after], 'parentId');
      }
      await updateVersioned(work, 'role', 'role', id, version, columnValues(facts));
      if (changes['parentId']) await refuseUngoverned(work);
      this.record(work, 'role.changed', id, { before: {}, after: {} }, changes);
      return id;
    });
  }

  /**
   * @param replacementId what its holders, and roles that inherit from it, get instead
   * @returns its id
   * @throws AppError PRECONDITION_FAILED while it is in use and there is no replacement; CONFLICT, VALIDATION_FAILED, NOT_FOUND, FORBIDDEN
   */
  delete(actor: Actor, id: string, version: number, replacementId: string | null): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const role = await this.roles.lock(work, id);
      authorize(actor, rolePermissions.delete, roleSubject, {});
      refuseSuperadmin(role);
      if (role.builtin) throw refuse('PRECONDITION_FAILED', 'Built-in roles stay. Take their permissions away instead.');
      const replacement = replacementId ? await this.roles.lock(work, replacementId, 'replacementId') : null;
      await requireRecentProof(work);
      const use = await this.roles.use(work, id);
      await updateVersioned(work, 'role', 'role', id, version, {});
      if (replacement) {
        refuseSuperadmin(replacement);
        await this.moveTo(work, role, replacement, use);
      } else if (use.holders > 0 || use.children.length > 0) {
        throw refuse('PRECONDITION_FAILED', inUse(use), 'replacementId', { ...use });
      }
      const lines = bare(await this.roles.lines(work, id));
      await this.roles.delete(work, id);
      await refuseUngoverned(work);
      const { name, key } = role;
      this.record(work, 'role.deleted', id, { before: {}, after: null }, {
        name: { before: name, after: null }, key: { before: key, after: null }, grants: { before: lines, after: null }, holders: { before: use.holders, after: 0 },
        ...(replacement ? { replacement: { before: null, after: replacement.id } } : {}),
      });
      return id;
    });
  }

  private async moveTo(work: Work, role: RoleRow, replacement: RoleRow, use: { tiers: string[] }): Promise<void> {
    if (replacement.id === role.id) throw refuse('VALIDATION_FAILED', 'Choose another role.', 'replacementId');
    const missing = use.tiers.filter((tier) => !replacement.tiers.includes(tier));
    if (missing.length > 0) throw refuse('VALIDATION_FAILED', `${replacement.name} is not for everybody who holds ${role.name}: ${missing.join(', ')}.`, 'replacementId');
    await refuseUnheld(work, await this.roles.lineage(work, role.id), await this.roles.lineage(work, replacement.id), 'replacementId');
    const both = [work.actor.organizationId, role.id];
    const holders = await work.query<{ id: string; customerId: string | null }>(
      `SELECT u.id, u.customer_id AS "customerId" FROM user_account u WHERE u.organization_id = $1
         AND EXISTS (SELECT 1 FROM user_role ur WHERE ur.organization_id = $1 AND ur.user_id = u.id AND ur.role_id = $2) ORDER BY u.id`, both);
    const heirs = await work.query<{ id: string }>('SELECT id FROM role WHERE organization_id = $1 AND parent_id = $2 ORDER BY id', both);
    await this.roles.replace(work, role.id, replacement.id);
    for (const { id, customerId } of holders) {
      const access = { ownerId: id, customerId };
      work.record({ kind: 'user.rolesChanged', subject: 'user', subjectId: id, related: [role.id, replacement.id], access: { before: access, after: access }, changes: { roles: { before: [{ role: role.key }], after: [{ role: replacement.key }] } } });
    }
    for (const { id } of heirs) this.record(work, 'role.updated', id, { before: {}, after: {} }, { parentId: { before: role.id, after: replacement.id } });
  }

  private async keepsHolders(work: Work, role: RoleRow, tiers: readonly string[]): Promise<void> {
    if (role.tiers.includes('CLIENT') !== tiers.includes('CLIENT')) throw refuse('VALIDATION_FAILED', 'A role of clients cannot become one of staff, nor the other way round.', 'tiers');
    const lost = (await this.roles.use(work, role.id)).tiers.filter((tier) => !tiers.includes(tier));
    if (lost.length > 0) throw refuse('PRECONDITION_FAILED', `People of the tier ${lost.join(', ')} hold this role. Take it from them first.`, 'tiers');
  }

  private record(work: Work, kind: string, id: string, access: { before: object | null; after: object | null }, changes: Record<string, { before: unknown; after: unknown }>): void {
    work.record({ kind, subject: 'role', subjectId: id, access, changes });
  }
}

const inUse = ({ holders, children }: { holders: number; children: string[] }): string =>
  [holders > 0 ? `${holders} ${holders === 1 ? 'person holds' : 'people hold'} this role` : '', children.length > 0 ? `these inherit from it: ${children.join(', ')}` : ''].filter(Boolean).join(', and ').concat('. Choose a role that takes its place.');

const bare = (lines: readonly (GrantLine & { id: string })[]): GrantLine[] => lines.map(({ id: _id, ...line }) => line);

function named(name: string): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Enter a name.', 'name');
  return line;
}

function tiersOf(tiers: readonly string[]): string[] {
  const distinct = [...new Set(tiers)].sort();
  if (distinct.length === 0 || (distinct.includes('CLIENT') && distinct.length > 1)) throw refuse('VALIDATION_FAILED', 'Name tiers of staff, or CLIENT alone: clients share no role with staff.', 'tiers');
  return distinct;
}

function checkSide(tiers: readonly string[], lines: readonly GrantLine[]): void {
  const wrong = lines.some(({ scope }) => (scope === 'CUSTOMER') !== tiers.includes('CLIENT'));
  if (wrong) throw refuse('VALIDATION_FAILED', 'A role of clients cannot be copied for staff, nor the other way round.', 'tiers');
}
