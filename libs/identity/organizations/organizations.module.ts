import { Module } from '@nestjs/common';
import { OrganizationResolver } from './api/organization.resolver.js';

/** The tenant and its settings. */
@Module({ providers: [OrganizationResolver] })
export class OrganizationsModule {}
