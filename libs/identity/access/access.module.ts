import { Global, Module } from '@nestjs/common';
import { RoleAdministrationResolver } from './api/role-administration.resolver.js';
import { RoleResolver } from './api/role.resolver.js';
import { UserGrantResolver } from './api/user-grant.resolver.js';
import { UserGrantService } from './exceptions/user-grant.service.js';
import { RightsService } from './rights.service.js';
import { RoleGrantsService } from './roles/role-grants.service.js';
import { RoleRepository } from './roles/role.repository.js';
import { RoleService } from './roles/role.service.js';

/** Roles, grants, exceptions and the abilities compiled from them. */
@Global()
@Module({
  providers: [RightsService, RoleRepository, RoleService, RoleGrantsService, RoleResolver, RoleAdministrationResolver, UserGrantService, UserGrantResolver],
  exports: [RightsService],
})
export class AccessModule {}
