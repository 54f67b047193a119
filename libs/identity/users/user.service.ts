import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/auth';
import { Passwords } from '@throughline/identity/passwords';
import { allows, authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeEmail, normalizeLine, refuse } from '@throughline/platform/kernel';
import { LeavingService } from './leaving.service.js';
import { UserRolesService } from './user-roles.service.js';
import { type RoleAssignment, userAccess, UserRepository, type UserRow } from './user.repository.js';
import { mayTouch } from './user.rules.js';
import { userPermissions, userSubject } from './user.policy.js';
import type { UserTier } from './user-account.entity.js';

/** Somebody new. Without a password they are INVITED and cannot sign in yet. */
export interface NewUser {
  name: string;
  email: string;
  title?: string | null;
  tier: UserTier;
  customerId?: string | null;
  password?: string | null;
  departmentIds?: readonly string[];
  roles?: readonly RoleAssignment[];
}

/** Facts that may be edited; absent = unchanged. */
export interface UserChanges {
  name?: string | undefined;
  email?: string | undefined;
  title?: string | null | undefined;
  departmentIds?: readonly string[] | undefined;
}

/** People and their accounts (IAM-10). */
@Injectable()
export class UserService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly roles: UserRolesService,
    private readonly passwords: Passwords,
    private readonly leaving: LeavingService,
  ) {}

  /**
   * Creates an account.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, DUPLICATE (e-mail, in the whole installation), LIMIT_EXCEEDED, FORBIDDEN
   */
  async create(actor: Actor, input: NewUser): Promise<string> {
    // Hashing takes half a second: outside the transaction, and only for those who may.
    if (!actor.ability.can(userPermissions.create.action, userPermissions.create.subject)) throw refuse('FORBIDDEN', 'You may not create people.');
    const passwordHash = input.password ? await this.passwords.chooseFor(actor, input, input.password, 'password') : null;
    return this.unitOfWork.run(actor, async (work) => {
      const user = {
        id: newId(), name: required(input.name), email: address(input.email), title: normalizeLine(input.title), tier: input.tier,
        status: passwordHash ? ('ACTIVE' as const) : ('INVITED' as const), customerId: input.customerId ?? null,
      };
      if (!allows(actor.ability, userPermissions.create, userAccess(user))) throw refuse('FORBIDDEN', 'You may not create such a person.');
      mayTouch(actor, { ...user, roleKeys: [] });
      if ((user.tier === 'CLIENT') !== (user.customerId !== null)) {
        throw refuse('VALIDATION_FAILED', 'People of a customer, and only they, belong to a customer.', 'customerId');
      }
      await this.users.insert(work, user);
      if (passwordHash) await this.users.insertPassword(work, user.id, passwordHash);
      const departmentIds = departmentsFor(user.tier, input.departmentIds ?? []);
      await this.users.requireInUse(work, departmentIds);
      await this.users.replaceDepartments(work, user.id, departmentIds);
      const { id: _id, ...facts } = user;
      work.record({ kind: 'user.created', subject: 'user', subjectId: user.id, access: { before: null, after: userAccess(user) }, changes: fieldChanges({}, { ...facts, departmentIds }) });
      if (input.roles && input.roles.length > 0) await this.roles.replace(work, await this.users.lock(work, user.id), input.roles);
      return user.id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, DUPLICATE, PRECONDITION_FAILED (proof for an address; archived department), FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: UserChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const user = await this.users.lock(work, id);
      authorize(actor, userPermissions.update, userSubject, userAccess(user));
      mayTouch(actor, user);
      const columns = {
        ...(input.name === undefined ? {} : { name: required(input.name) }),
        ...(input.email === undefined ? {} : { email: address(input.email) }),
        ...(input.title === undefined ? {} : { title: normalizeLine(input.title) }),
      };
      const departmentIds = input.departmentIds ? departmentsFor(user.tier, input.departmentIds) : user.departmentIds;
      const changes = fieldChanges(user, { ...columns, departmentIds });
      // Departments decide how far one's roles reach, so they are a right that nobody gives themselves.
      if (changes['departmentIds'] && actor.userId === id && actor.tier !== 'ADMIN') {
        throw refuse('FORBIDDEN', 'You cannot change your own departments. Ask an administrator.', 'departmentIds');
      }
      // Whoever has the address has the account: it receives the links that set passwords. So it is given only by who may do all that its person may.
      if (changes['email'] && actor.userId !== id) await this.roles.refuseBeyond(work, id, 'email');
      if (changes['email']) await requireRecentProof(work);
      if (changes['departmentIds']) await this.users.requireInUse(work, departmentIds.filter((department) => !user.departmentIds.includes(department)));
      await updateVersioned(work, 'user_account', 'person', id, version, columns);
      if (changes['departmentIds']) await this.users.replaceDepartments(work, id, departmentIds);
      this.record(work, 'user.updated', user, changes);
      return id;
    });
  }

  /** For somebody who holds no records yet, such as the invited; see `LeavingService.deactivate`. */
  deactivate(actor: Actor, id: string, version: number): Promise<string> {
    return this.leaving.deactivate(actor, { id, version });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, PRECONDITION_FAILED (last administrator), FORBIDDEN, NOT_FOUND */
  setRoles(actor: Actor, id: string, version: number, roles: readonly RoleAssignment[]): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const user = await this.users.lock(work, id);
      authorize(actor, userPermissions.assignRoles, userSubject, userAccess(user));
      mayTouch(actor, user);
      await updateVersioned(work, 'user_account', 'person', id, version, {});
      await this.roles.replace(work, user, roles);
      return id;
    });
  }

  private record(work: Work, kind: string, user: UserRow, changes: Record<string, { before: unknown; after: unknown }>): void {
    work.record({ kind, subject: 'user', subjectId: user.id, access: { before: userAccess(user), after: userAccess(user) }, changes });
  }
}

function required(name: string): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Enter a name.', 'name');
  return line;
}

function address(email: string): string {
  const normal = normalizeEmail(email);
  if (!normal) throw refuse('VALIDATION_FAILED', 'Enter a complete e-mail address.', 'email');
  return normal;
}

function departmentsFor(tier: UserTier, departmentIds: readonly string[]): string[] {
  if (tier === 'CLIENT' && departmentIds.length > 0) throw refuse('VALIDATION_FAILED', 'People of a customer belong to no department.', 'departmentIds');
  return [...new Set(departmentIds)].sort();
}
