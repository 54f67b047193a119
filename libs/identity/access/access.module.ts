import { Global, Module } from '@nestjs/common';
import { RightsService } from './rights.service.js';

/** Roles, grants and the abilities compiled from them. */
@Global()
@Module({ providers: [RightsService], exports: [RightsService] })
export class AccessModule {}
