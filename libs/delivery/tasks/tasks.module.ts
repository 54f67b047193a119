import { Module } from '@nestjs/common';
import { ProgressModule } from '@throughline/delivery/progress';
import { ProjectsModule } from '@throughline/delivery/projects';
import { MilestoneTasksResolver, ProjectTasksResolver } from './api/task-edges.resolver.js';
import { TaskRequestResolver } from './api/task-request.resolver.js';
import { TaskTemplateResolver } from './api/task-template.resolver.js';
import { TaskWorkResolver } from './api/task-work.resolver.js';
import { TaskResolver } from './api/task.resolver.js';
import { WhyProgressResolver } from './api/why.resolver.js';
import { TaskAssignService } from './task-assign.service.js';
import { TaskCreateService } from './task-create.service.js';
import { TaskMoveService } from './task-move.service.js';
import { TaskMovesService } from './task-moves.service.js';
import { TaskPlanService } from './task-plan.service.js';
import { TaskRequestService } from './task-request.service.js';
import { TaskReviewService } from './task-review.service.js';
import { TaskWorkService } from './task-work.service.js';
import { TaskChanges } from './task.changes.js';
import { TaskRepository } from './task.repository.js';
import { TemplateService } from './templates/template.service.js';
import { WhyProgressService } from './why/why.service.js';
import { RestoreTask } from './task-restore.js';
import './task.held.js';

const services = [
  TaskCreateService, TaskPlanService, TaskMoveService, TaskMovesService, TaskAssignService, TaskWorkService, TaskReviewService, TaskRequestService, TemplateService,
  WhyProgressService,
];

/** The task tree: planning, work and review (stages 7 to 9 of the nine). */
@Module({
  imports: [ProgressModule, ProjectsModule],
  providers: [
    RestoreTask, TaskRepository, TaskChanges, ...services,
    TaskResolver, TaskWorkResolver, TaskRequestResolver, TaskTemplateResolver, WhyProgressResolver, ProjectTasksResolver, MilestoneTasksResolver,
  ],
  exports: services,
})
export class TasksModule {}
