import { Module } from '@nestjs/common';
import { DepartmentPeopleResolver, TeamPeopleResolver } from './api/department-people.resolver.js';
import { LeavingResolver } from './api/leaving.resolver.js';
import { UserResolver } from './api/user.resolver.js';
import { LeavingService } from './leaving.service.js';
import { UserRolesService } from './user-roles.service.js';
import { UserRepository } from './user.repository.js';
import { UserService } from './user.service.js';

/** People, their accounts and the roles they hold. */
@Module({
  providers: [UserRepository, UserRolesService, UserService, LeavingService, UserResolver, LeavingResolver, DepartmentPeopleResolver, TeamPeopleResolver],
  exports: [UserService, LeavingService],
})
export class UsersModule {}
