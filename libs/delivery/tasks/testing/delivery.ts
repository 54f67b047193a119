import { WorkTreeRepository } from '@throughline/delivery/progress';
import { MilestoneService, ProjectRepository, ProjectService, ProjectStatusService } from '@throughline/delivery/projects';
import { CommitSignal, Numbers, UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import type { DataSource } from 'typeorm';
import { createAppDataSource } from '../../../../ormconfig.js';
import { TaskAssignService } from '../task-assign.service.js';
import { TaskCreateService } from '../task-create.service.js';
import { TaskMoveService } from '../task-move.service.js';
import { TaskMovesService } from '../task-moves.service.js';
import { TaskPlanService } from '../task-plan.service.js';
import { TaskRequestService } from '../task-request.service.js';
import { TaskReviewService } from '../task-review.service.js';
import { TaskWorkService } from '../task-work.service.js';
import { TaskChanges } from '../task.changes.js';
import { TaskRepository } from '../task.repository.js';
import { TemplateService } from '../templates/template.service.js';
import { WhyProgressService } from '../why/why.service.js';

/** Every service of projects and tasks on one data source, put together by hand: for suites, storms and figures. */
export interface Delivery {
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
  trees: WorkTreeRepository;
  projects: ProjectService;
  statuses: ProjectStatusService;
  milestones: MilestoneService;
  creation: TaskCreateService;
  plans: TaskPlanService;
  places: TaskMoveService;
  moves: TaskMovesService;
  works: TaskWorkService;
  reviews: TaskReviewService;
  assignments: TaskAssignService;
  requests: TaskRequestService;
  templates: TemplateService;
  why: WhyProgressService;
  /** An approved project, through its draft, submission and judgement. @returns its id */
  approvedProject(actor: Actor, draft: Parameters<ProjectService['create']>[1]): Promise<string>;
  close(): Promise<void>;
}

/** @param url the application's own role, so that row-level security applies */
export async function openDelivery(url: string, connections = 8): Promise<Delivery> {
  const dataSource = await createAppDataSource(url, connections).initialize();
  const unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
  const numbers = new Numbers(dataSource);
  const trees = new WorkTreeRepository();
  const projectRepository = new ProjectRepository();
  const tasks = new TaskRepository();
  const changes = new TaskChanges(unitOfWork, trees);
  const creation = new TaskCreateService(unitOfWork, trees, tasks);
  const projects = new ProjectService(unitOfWork, trees, projectRepository, numbers);
  const statuses = new ProjectStatusService(unitOfWork, trees, projectRepository);
  return {
    dataSource, unitOfWork, trees, projects, statuses, creation,
    milestones: new MilestoneService(unitOfWork, trees, projectRepository),
    plans: new TaskPlanService(changes, tasks),
    places: new TaskMoveService(changes, tasks, trees),
    moves: new TaskMovesService(unitOfWork),
    works: new TaskWorkService(changes),
    reviews: new TaskReviewService(changes, tasks, creation),
    assignments: new TaskAssignService(changes, tasks),
    requests: new TaskRequestService(unitOfWork, trees, creation),
    templates: new TemplateService(unitOfWork, trees, tasks, projectRepository),
    why: new WhyProgressService(unitOfWork),
    async approvedProject(actor, draft) {
      const id = await projects.create(actor, draft);
      await statuses.move(actor, { id, version: 1, move: 'SUBMIT' });
      await statuses.judge(actor, id, 2, { decision: 'APPROVED', feasibility: 'yes', budget: 'enough', resources: 'the team', risk: 'low' });
      return id;
    },
    async close() {
      await numbers.onApplicationShutdown();
      await dataSource.destroy();
    },
  };
}
