import { Module } from '@nestjs/common';
import { ProgressModule } from '@throughline/delivery/progress';
import { MilestoneResolver } from './api/milestone.resolver.js';
import { CustomerProjectsResolver, DealProjectsResolver } from './api/project-edges.resolver.js';
import { ProjectResolver } from './api/project.resolver.js';
import { RestoreMilestone } from './milestone-restore.js';
import { MilestoneService } from './milestone.service.js';
import { ProjectStatusService } from './project-status.service.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectService } from './project.service.js';
import { RestoreProject } from './project-restore.js';
import './project.held.js';

/** Projects, their approval and milestones (stage 7 of the nine). */
@Module({
  imports: [ProgressModule],
  providers: [
    ProjectRepository, ProjectService, RestoreProject, ProjectStatusService, MilestoneService, RestoreMilestone,
    ProjectResolver, MilestoneResolver, CustomerProjectsResolver, DealProjectsResolver,
  ],
  exports: [ProjectRepository, ProjectService, ProjectStatusService, MilestoneService],
})
export class ProjectsModule {}
