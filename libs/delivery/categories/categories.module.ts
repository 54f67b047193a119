import { Module } from '@nestjs/common';
import { DepartmentsModule } from '@throughline/identity/departments';
import { CategoryResolver } from './api/category.resolver.js';
import { CategorySettingsResolver } from './api/category-settings.resolver.js';
import { CategorySettingsService } from './category-settings.service.js';
import { RestoreCategory } from './category-restore.js';
import { CategoryService } from './category.service.js';
import './category.held.js';

/** The kinds of work the agency delivers, with their onboarding checklists. */
@Module({ imports: [DepartmentsModule], providers: [CategoryService, CategorySettingsService, RestoreCategory, CategoryResolver, CategorySettingsResolver], exports: [CategoryService] })
export class CategoriesModule {}
