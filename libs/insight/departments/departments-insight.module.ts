import { Module } from '@nestjs/common';
import { DepartmentPerformanceResolver } from './api/department-performance.resolver.js';
import { DepartmentPerformanceService } from './department-performance.service.js';

/** How departments perform. */
@Module({ providers: [DepartmentPerformanceService, DepartmentPerformanceResolver] })
export class DepartmentsInsightModule {}
