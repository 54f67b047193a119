import { Injectable } from '@nestjs/common';
import { accessOf, milestoneNode, type NewTask, type OpenTree, weightOf, WorkTreeRepository } from '@throughline/delivery/progress';
import { projectSubject, ProjectRepository, requireDates } from '@throughline/delivery/projects';
import { allows } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, notFound, refuse } from '@throughline/platform/kernel';
import { requirePlanning } from '../task.changes.js';
import { taskPermissions } from '../task.policy.js';
import { TaskRepository } from '../task.repository.js';
import { DEFAULT_TEMPLATES, hoursOf, type TemplateTask } from './template.defaults.js';

interface ItemRow {
  id: string;
  parentId: string | null;
  milestone: string | null;
  title: string;
  description: string | null;
  estimateMinutes: number;
  points: number;
  startDay: number;
  dueDay: number;
  requiresReview: boolean;
  sharedWithClient: boolean;
}

/** Task templates: what projects of a category usually consist of (TAS-08). */
@Injectable()
export class TemplateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly tasks: TaskRepository,
    private readonly projects: ProjectRepository,
  ) {}

  /**
   * Adds a template's milestones, tasks and sub-tasks to a project, dated from its start.
   *
   * @param startOn YYYY-MM-DD; the project's start, else today, when absent
   * @returns ids of the new tasks of the first level, in order
   * @throws AppError NOT_FOUND (project, template), FORBIDDEN, PRECONDITION_FAILED (project's state)
   */
  createTasks(actor: Actor, input: { projectId: string; templateKey: string; startOn?: string | null }): Promise<string[]> {
    const { projectId, templateKey } = input;
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.trees.open(work, { projects: [projectId] });
      const project = open.project(projectId, 'projectId');
      const access = accessOf(project, open.isShared(projectId));
      if (!actor.ability.can('read', { ...access, __subject: projectSubject.name })) throw notFound('project', 'projectId');
      if (!allows(actor.ability, taskPermissions.create, access)) throw refuse('FORBIDDEN', 'You may not create tasks in this project.', 'projectId');
      requirePlanning(open, projectId, 'projectId');
      const items = await this.items(work, templateKey);
      const start = input.startOn ?? project.startOn ?? new Date().toISOString().slice(0, 10);
      const milestones = await this.addMilestones(work, open, projectId, items, start);
      const { position } = await this.tasks.newPlace(work, { parentId: null, projectId });
      const ids = this.addTasks(open, projectId, items, milestones, start, Number(position));
      this.trees.save(work, open);
      this.recordTasks(work, open);
      work.record({
        kind: 'project.planned', subject: 'project', subjectId: projectId, related: [...open.related(projectId), ...milestones.values()],
        access: { before: access, after: access }, progress: open.progress(),
        changes: { template: { before: null, after: templateKey }, tasks: { before: null, after: open.inserts.size } },
      });
      return ids;
    });
  }

  /** Gives an organization the built-in templates it does not have yet. @returns how many it got */
  ensureDefaults(actor: Actor): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      let created = 0;
      for (const template of DEFAULT_TEMPLATES) {
        const id = newId();
        created += await work.execute(
          `INSERT INTO task_template (id, organization_id, key, name, description, category_id)
           SELECT $1, $2, $3, $4, $5, (SELECT id FROM service_category WHERE organization_id = $2 AND key = $3)
           ON CONFLICT ON CONSTRAINT uq_task_template_key DO NOTHING`,
          [id, actor.organizationId, template.key, template.name, template.description],
        );
        const rows = template.milestones.flatMap(({ name, tasks }) => tasks.flatMap((task) => itemRows(task, name)));
        await work.execute(
          `INSERT INTO task_template_item (id, organization_id, template_id, parent_id, position, milestone, title, description, estimate_minutes, points,
                                           start_day, due_day, requires_review, shared_with_client)
           SELECT i.id, $1, t.id, i.parent_id, i.place, i.milestone, i.title, i.description, i.minutes, i.points, i.start_day, i.due_day, i.review, i.shared
           FROM task_template t, jsonb_to_recordset($3::jsonb) AS i(id uuid, parent_id uuid, place integer, milestone text, title text, description text,
             minutes integer, points integer, start_day integer, due_day integer, review boolean, shared boolean)
           WHERE t.organization_id = $1 AND t.id = $2`,
          [actor.organizationId, id, JSON.stringify(rows.map((row, index) => ({ ...row, place: index + 1 })))],
        );
      }
      return created;
    });
  }

  /** Every task has a history of its own; the figures are told once, by the project. */
  private recordTasks(work: Work, open: OpenTree): void {
    for (const row of open.inserts.values()) {
      work.record({
        kind: 'task.created', subject: 'task', subjectId: row.id, related: open.related(row.id),
        access: { before: null, after: accessOf(row, row.sharedWithClient) }, changes: { title: { before: null, after: row.title } },
      });
    }
  }

  private async items(work: Work, templateKey: string): Promise<ItemRow[]> {
    const rows = await work.query<ItemRow>(
      `SELECT i.id, i.parent_id AS "parentId", i.milestone, i.title, i.description, i.estimate_minutes AS "estimateMinutes", i.points,
              i.start_day AS "startDay", i.due_day AS "dueDay", i.requires_review AS "requiresReview", i.shared_with_client AS "sharedWithClient"
       FROM task_template t JOIN task_template_item i ON i.organization_id = t.organization_id AND i.template_id = t.id
       WHERE t.organization_id = $1 AND t.key = $2 ORDER BY i.position`,
      [work.actor.organizationId, templateKey],
    );
    if (rows.length === 0) throw notFound('task template', 'templateKey');
    return rows;
  }

  /** Milestones of the template that the project does not have yet, by name. @returns every milestone's id by name */
  private async addMilestones(work: Work, open: OpenTree, projectId: string, items: readonly ItemRow[], start: string): Promise<Map<string, string>> {
    const names = [...new Set(items.map((item) => item.milestone).filter((name) => name !== null))];
    const existing = await work.query<{ id: string; name: string }>(
      'SELECT id, name FROM milestone WHERE organization_id = $1 AND project_id = $2 AND name = ANY($3::text[])', [work.actor.organizationId, projectId, names],
    );
    const ids = new Map(existing.map(({ id, name }) => [name, id]));
    if (ids.size > 0) {
      const known = await this.trees.open(work, { milestones: [...ids.values()] });
      for (const id of ids.values()) open.tree.load(known.tree.node(id));
    }
    const first = Number(await this.projects.nextMilestonePosition(work, projectId));
    const added = names.filter((name) => !ids.has(name)).map((name, index) => {
      const id = newId();
      ids.set(name, id);
      const due = Math.max(...items.filter((item) => item.milestone === name).map((item) => item.dueDay));
      return { id, name, position: first + index, due_on: plusDays(start, due) };
    });
    await work.execute(
      `INSERT INTO milestone (id, organization_id, project_id, position, name, due_on, shared_with_client, customer_id, department_id, team_id, owner_id)
       SELECT m.id, $1, p.id, m.position, m.name, m.due_on, p.shared_with_client, p.customer_id, p.department_id, p.team_id, p.owner_id
       FROM project p, jsonb_to_recordset($3::jsonb) AS m(id uuid, name text, position numeric, due_on date) WHERE p.organization_id = $1 AND p.id = $2`,
      [work.actor.organizationId, projectId, JSON.stringify(added)],
    );
    const access = accessOf(open.project(projectId), open.isShared(projectId));
    for (const { id, name } of added) {
      work.record({
        kind: 'milestone.created', subject: 'milestone', subjectId: id, related: [projectId, ...open.related(projectId)],
        access: { before: null, after: access }, changes: { name: { before: null, after: name } },
      });
    }
    for (const { id } of added) open.tree.load(milestoneNode(id));
    for (const id of ids.values()) open.setShared(id, open.isShared(projectId));
    return ids;
  }

  private addTasks(open: OpenTree, projectId: string, items: readonly ItemRow[], milestones: ReadonlyMap<string, string>, start: string, first: number): string[] {
    const { customerId, departmentId, teamId, ownerId } = open.project(projectId);
    const shared = open.isShared(projectId);
    const mode = open.modeOf(projectId);
    const ids = new Map<string, string>();
    const top: string[] = [];
    for (const [index, item] of items.entries()) {
      const row: NewTask = {
        id: newId(), projectId, position: String(first + index), title: item.title, description: item.description, priority: 'NORMAL', labels: [],
        startOn: plusDays(start, item.startDay), dueOn: plusDays(start, item.dueDay), estimateMinutes: item.estimateMinutes, points: item.points,
        reviewerId: null, sharedWithClient: shared && item.sharedWithClient, assigneeIds: [], customerId, departmentId, teamId, ownerId,
      };
      requireDates(row.startOn, row.dueOn);
      ids.set(item.id, row.id);
      const own = { weight: weightOf(mode, item), report: 0, status: 'TODO' as const };
      open.addTask(row, own, item.requiresReview, item.parentId ? ids.get(item.parentId)! : projectId, item.milestone ? milestones.get(item.milestone)! : null);
      if (!item.parentId) top.push(row.id);
    }
    return top;
  }
}

function itemRows(task: TemplateTask, milestone: string | null, parentId: string | null = null): Record<string, unknown>[] {
  const id = newId();
  const hours = hoursOf(task);
  return [
    {
      id, parent_id: parentId, milestone, title: task.title, description: task.description ?? null, minutes: Math.round(hours * 60),
      points: Math.max(1, Math.round(hours / 4)), start_day: task.days[0], due_day: task.days[1], review: task.review ?? false, shared: task.shared ?? parentId === null,
    },
    ...(task.parts ?? []).flatMap((part) => itemRows(part, null, id)),
  ];
}

/** @param day YYYY-MM-DD */
function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
