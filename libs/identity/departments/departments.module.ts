import { Module } from '@nestjs/common';
import { DepartmentResolver } from './api/department.resolver.js';
import { DepartmentService } from './department.service.js';

/** Departments and teams. */
@Module({ providers: [DepartmentService, DepartmentResolver], exports: [DepartmentService] })
export class DepartmentsModule {}
