import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { definePermissions, defineSubject } from '@throughline/platform/access';

const columns = {
  departmentId: 'department_id', teamId: 'team_id', ownerId: 'owner_id', customerId: 'customer_id',
};

export const taskSubject = defineSubject({
  name: 'task',
  table: 'task',
  label: 'task',
  columns: { ...columns, sharedWithClient: 'shared_with_client' },
  assignees: { table: 'task_assignee', recordColumn: 'task_id', userColumn: 'user_id' },
  accessFrom: ['project', 'task'],
});

export const taskPermissions = definePermissions('task', {
  read: 'See tasks',
  create: 'Create tasks and sub-tasks, also from a template',
  update: 'Change, weigh, order and move tasks',
  assign: 'Assign tasks to people',
  claim: 'Take a task that nobody works on',
  request: 'Ask for a sub-task',
  work: 'Start, report on, hand in, block and complete tasks',
  review: 'Accept finished work or return it',
  override: 'Make a task with sub-tasks show another status',
  cancel: 'Cancel tasks and take that back',
  delete: 'Delete tasks',
});

acceptsFiles('task', taskPermissions.work, { fromClients: true });

defineTagged(taskSubject, 'tasks', { column: 'labels', field: 'labels' });

/** Reviews are the agency's own: clients hold no grant for them. */
export const taskReviewSubject = defineSubject({ name: 'taskReview', table: 'task_review', label: 'review', columns: {} });
export const taskReviewPermissions = definePermissions('taskReview', { read: 'See the reviews of tasks' });

export const taskRequestSubject = defineSubject({ name: 'taskRequest', table: 'task_request', label: 'request for a sub-task', columns, accessFrom: ['task'] });
export const taskRequestPermissions = definePermissions('taskRequest', {
  read: 'See who asked for which sub-tasks',
  decide: 'Approve or reject requests for sub-tasks',
});

export const taskTemplateSubject = defineSubject({ name: 'taskTemplate', table: 'task_template', label: 'task template', columns: {} });
export const taskTemplatePermissions = definePermissions('taskTemplate', { read: 'See task templates' });
