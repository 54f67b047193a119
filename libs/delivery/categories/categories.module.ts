import { Module } from '@nestjs/common';
import { CategoryResolver } from './api/category.resolver.js';
import { CategoryService } from './category.service.js';
import './category.held.js';

/** The kinds of work the agency delivers, with their onboarding checklists. */
@Module({ providers: [CategoryService, CategoryResolver], exports: [CategoryService] })
export class CategoriesModule {}
