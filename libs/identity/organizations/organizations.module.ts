import { Module } from '@nestjs/common';
import { OrganizationResolver } from './api/organization.resolver.js';
import { OrganizationSettingsResolver } from './api/organization-settings.resolver.js';
import { OrganizationSettingsService } from './organization-settings.service.js';

/** The tenant and its settings. */
@Module({ providers: [OrganizationResolver, OrganizationSettingsService, OrganizationSettingsResolver], exports: [OrganizationSettingsService] })
export class OrganizationsModule {}
