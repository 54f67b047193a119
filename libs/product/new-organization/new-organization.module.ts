import { Module } from '@nestjs/common';
import { CategoriesModule } from '@throughline/delivery/categories';
import { TasksModule } from '@throughline/delivery/tasks';
import { DepartmentsModule } from '@throughline/identity/departments';
import { DealsModule } from '@throughline/sales/deals';
import { LeadsModule } from '@throughline/sales/leads';
import { FillNewOrganization } from './fill-new-organization.js';

/** What an organization begins with. */
@Module({ imports: [DepartmentsModule, DealsModule, CategoriesModule, TasksModule, LeadsModule], providers: [FillNewOrganization] })
export class NewOrganizationModule {}
