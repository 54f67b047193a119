import { Global, Module } from '@nestjs/common';
import { ExplainResolver } from './api/explain.resolver.js';
import { RoleAdministrationResolver } from './api/role-administration.resolver.js';
import { RoleResolver } from './api/role.resolver.js';
import { UnmaskResolver } from './api/unmask.resolver.js';
import { UserGrantResolver } from './api/user-grant.resolver.js';
import { UserGrantService } from './exceptions/user-grant.service.js';
import { ViewAsResolver } from './api/view-as.resolver.js';
import { ExplainService } from './explain/explain.service.js';
import { MatrixService } from './matrix/matrix.service.js';
import { RightsService } from './rights.service.js';
import { RoleGrantsService } from './roles/role-grants.service.js';
import { RoleRepository } from './roles/role.repository.js';
import { RoleService } from './roles/role.service.js';
import { UnmaskService } from './unmask/unmask.service.js';
import { EndView } from './view-as/end-view.handler.js';
import { ViewAsService } from './view-as/view-as.service.js';
import { ViewLog } from './view-as/view-log.js';

/** Roles, grants, exceptions and the abilities compiled from them. */
@Global()
@Module({
  providers: [RightsService, RoleRepository, RoleService, RoleGrantsService, RoleResolver, RoleAdministrationResolver, UserGrantService, UserGrantResolver, ViewAsService, EndView, ViewLog, ViewAsResolver, ExplainService, MatrixService, ExplainResolver, UnmaskService, UnmaskResolver],
  exports: [RightsService, RoleService],
})
export class AccessModule {}
