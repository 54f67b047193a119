import { Module } from '@nestjs/common';
import { DepartmentResolver } from './api/department.resolver.js';
import { TeamResolver } from './api/team.resolver.js';
import { DepartmentArchiveService } from './department-archive.service.js';
import { DepartmentRepository } from './department.repository.js';
import { DepartmentService } from './department.service.js';
import { TeamService } from './team.service.js';

/** Departments and teams. */
@Module({
  providers: [DepartmentRepository, DepartmentService, DepartmentArchiveService, TeamService, DepartmentResolver, TeamResolver],
  exports: [DepartmentRepository, DepartmentService, TeamService],
})
export class DepartmentsModule {}
