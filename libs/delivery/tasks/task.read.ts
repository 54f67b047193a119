import { progressFields } from '@throughline/delivery/progress';
import { milestoneRead, projectRead, WorkStatusEnum } from '@throughline/delivery/projects';
import { categoryRead } from '@throughline/delivery/categories';
import { departmentRead, teamRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import {
  booleanFilter, column, connection, dateFilter, dateTimeFilter, defineRead, enumFilter, extendRead, idFilter, integerFilter, linkFilter, listFilter, many, one,
  type ReadModel, resolvedElsewhere, textFilter,
} from '@throughline/platform/read';
import { TaskPriorityEnum } from './api/task.enums.js';
import { TaskObject, TaskRequestObject, TaskReviewObject } from './api/task.object.js';
import { TaskTemplateItemObject, TaskTemplateObject } from './api/task-template.object.js';
import { taskRequestSubject, taskReviewSubject, taskSubject, taskTemplateSubject } from './task.policy.js';

const OPEN = ['TODO', 'IN_PROGRESS', 'REVIEW', 'BLOCKED'].map((status) => `'${status}'`).join(', ');

export const taskReviewRead: ReadModel<TaskReviewObject> = defineRead({
  name: 'TaskReview',
  object: () => TaskReviewObject,
  subject: taskReviewSubject,
  fields: { reviewer: one(() => userRead, { local: 'reviewer_id' }) },
  sorts: { reviewedAt: 'timestamptz!' },
  defaultSort: [{ field: 'reviewedAt', direction: 'DESC' }],
});

export const taskRequestRead: ReadModel<TaskRequestObject> = defineRead({
  name: 'TaskRequest',
  object: () => TaskRequestObject,
  subject: taskRequestSubject,
  fields: {
    task: one(() => taskRead, { local: 'task_id' }),
    createdTask: one(() => taskRead, { local: 'created_task_id' }),
    requestedBy: one(() => userRead, { local: 'requested_by' }),
    decidedBy: one(() => userRead, { local: 'decided_by' }),
  },
  filters: { status: textFilter(), taskId: idFilter(), requestedById: idFilter({ column: 'requested_by' }) },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});

export const taskRead: ReadModel<TaskObject> = defineRead({
  name: 'Task',
  object: () => TaskObject,
  subject: taskSubject,
  fields: {
    ...progressFields,
    reportBasisPoints: column('report'),
    project: one(() => projectRead, { local: 'project_id' }),
    milestone: one(() => milestoneRead, { local: 'milestone_id' }),
    parent: one(() => taskRead, { local: 'parent_id' }),
    reviewer: one(() => userRead, { local: 'reviewer_id' }),
    creator: one(() => userRead, { local: 'created_by' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    team: one(() => teamRead, { local: 'team_id' }),
    assignees: many(() => userRead, { through: { table: 'task_assignee', near: 'task_id', far: 'user_id' } }),
    subTasks: many(() => taskRead, { foreign: 'parent_id', order: [{ field: 'position', direction: 'ASC' }] }),
    reviews: many(() => taskReviewRead, { foreign: 'task_id', limit: 50 }),
    requests: many(() => taskRequestRead, { foreign: 'task_id', limit: 50 }),
    allowedMoves: resolvedElsewhere('id'),
  },
  filters: {
    id: idFilter(),
    status: enumFilter('WorkStatus', () => WorkStatusEnum),
    // Neither done nor cancelled.
    open: booleanFilter({ sql: (t) => `(${t}.status IN (${OPEN}))`, columns: ['status'] }),
    // Carries work of its own.
    leaf: booleanFilter({
      sql: (t) => `(${t}.children_todo + ${t}.children_in_progress + ${t}.children_review + ${t}.children_completed + ${t}.children_blocked + ${t}.children_cancelled = 0)`,
      columns: ['children_todo'],
    }),
    priority: enumFilter('TaskPriority', () => TaskPriorityEnum),
    title: textFilter(),
    labels: listFilter(),
    projectId: idFilter(),
    milestoneId: idFilter(),
    parentId: idFilter(),
    departmentId: idFilter(),
    teamId: idFilter(),
    reviewerId: idFilter(),
    assigneeId: linkFilter({ table: 'task_assignee', near: 'task_id', value: 'user_id' }),
    dueOn: dateFilter(),
    startOn: dateFilter(),
    createdAt: dateTimeFilter(),
    completedAt: dateTimeFilter(),
    returns: integerFilter(),
    requiresReview: booleanFilter(),
    sharedWithClient: booleanFilter(),
  },
  sorts: {
    dueOn: 'date', startOn: 'date', createdAt: 'timestamptz!', updatedAt: 'timestamptz!', statusSince: 'timestamptz!', completedAt: 'timestamptz', title: 'text!',
    position: 'numeric!',
    priority: { type: 'integer', nullable: false, sql: (t) => `array_position(ARRAY['LOW', 'NORMAL', 'HIGH', 'URGENT'], ${t}.priority)`, columns: ['priority'] },
  },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_task', fields: ['title'] },
});

export const taskTemplateItemRead: ReadModel<TaskTemplateItemObject> = defineRead({
  name: 'TaskTemplateItem',
  object: () => TaskTemplateItemObject,
  table: 'task_template_item',
  fields: { parts: many(() => taskTemplateItemRead, { foreign: 'parent_id' }) },
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const taskTemplateRead: ReadModel<TaskTemplateObject> = defineRead({
  name: 'TaskTemplate',
  object: () => TaskTemplateObject,
  subject: taskTemplateSubject,
  fields: {
    category: one(() => categoryRead, { local: 'category_id' }),
    tasks: many(() => taskTemplateItemRead, { foreign: 'template_id', where: (t) => `${t}.parent_id IS NULL` }),
  },
  filters: { key: textFilter(), categoryId: idFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

// Tasks of the first level in their order; `tasks { nodes { subTasks } }` is the tree to two levels in one statement.
extendRead(projectRead, { tasks: connection(() => taskRead, { foreign: 'project_id', where: (t) => `${t}.parent_id IS NULL`, order: [{ field: 'position', direction: 'ASC' }] }) });
extendRead(milestoneRead, { tasks: connection(() => taskRead, { foreign: 'milestone_id', order: [{ field: 'position', direction: 'ASC' }] }) });
