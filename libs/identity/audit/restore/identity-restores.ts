import { Injectable } from '@nestjs/common';
import { type RoleChanges, rolePermissions, RoleService } from '@throughline/identity/access';
import { type DepartmentChanges, departmentPermissions, DepartmentService, type TeamFacts, teamPermissions, TeamService } from '@throughline/identity/departments';
import { OrganizationSettingsService, organizationPermissions, type SettingsChanges } from '@throughline/identity/organizations';
import { type UserChanges, UserService, userPermissions } from '@throughline/identity/users';
import type { Actor } from '@throughline/platform/kernel';
import { defineRestorable, Restores, type RestoresRecord } from './define-restorable.js';

const user = defineRestorable(userPermissions.update, ['name', 'email', 'title', 'departmentIds']);
const department = defineRestorable(departmentPermissions.update, ['name', 'kind', 'stages', 'parentId', 'managerId']);
const team = defineRestorable(teamPermissions.update, ['name', 'departmentId', 'leadId', 'memberIds']);
const role = defineRestorable(rolePermissions.update, ['name', 'description', 'tiers', 'parentId']);
const organization = defineRestorable(organizationPermissions.update, ['name', 'timeZone', 'currency', 'brandColour', 'accentColour', 'logoText', 'senderAddress', 'businessHours', 'holidays', 'handOffMinutes']);

@Injectable()
@Restores(user)
export class RestoreUser implements RestoresRecord {
  constructor(private readonly users: UserService) {}

  restore(actor: Actor, id: string, version: number, values: UserChanges): Promise<string> {
    return this.users.update(actor, id, version, values);
  }
}

@Injectable()
@Restores(department)
export class RestoreDepartment implements RestoresRecord {
  constructor(private readonly departments: DepartmentService) {}

  restore(actor: Actor, id: string, version: number, values: DepartmentChanges): Promise<string> {
    return this.departments.update(actor, id, version, values);
  }
}

@Injectable()
@Restores(organization)
export class RestoreOrganization implements RestoresRecord {
  constructor(private readonly settings: OrganizationSettingsService) {}

  restore(actor: Actor, _id: string, version: number, values: SettingsChanges): Promise<string> {
    return this.settings.update(actor, version, values);
  }
}

@Injectable()
@Restores(team)
export class RestoreTeam implements RestoresRecord {
  constructor(private readonly teams: TeamService) {}

  restore(actor: Actor, id: string, version: number, values: Partial<TeamFacts>): Promise<string> {
    return this.teams.update(actor, id, version, values);
  }
}

/** A role's own facts; what it grants is edited in the matrix, where whoever gives a right must hold it. */
@Injectable()
@Restores(role)
export class RestoreRole implements RestoresRecord {
  constructor(private readonly roles: RoleService) {}

  restore(actor: Actor, id: string, version: number, values: RoleChanges): Promise<string> {
    return this.roles.update(actor, id, version, values);
  }
}
