import { Global, Module } from '@nestjs/common';
import { RoleResolver } from './api/role.resolver.js';
import { RightsService } from './rights.service.js';

/** Roles, grants and the abilities compiled from them. */
@Global()
@Module({ providers: [RightsService, RoleResolver], exports: [RightsService] })
export class AccessModule {}
