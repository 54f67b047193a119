import { acceptsFiles } from '@throughline/common/files';
import { defineTagged } from '@throughline/common/tags';
import { defineMoneyRecords } from '@throughline/identity/organizations';
import { definePermissions, defineSubject } from '@throughline/platform/access';

const columns = {
  departmentId: 'department_id', teamId: 'team_id', ownerId: 'owner_id', customerId: 'customer_id', sharedWithClient: 'shared_with_client',
};

export const projectSubject = defineSubject({ name: 'project', table: 'project', label: 'project', columns });

defineMoneyRecords({ table: 'project', label: 'projects', where: 'm.budget_minor <> 0' });

export const projectPermissions = definePermissions('project', {
  read: 'See projects and their progress',
  create: 'Create projects and sub-projects',
  update: 'Change a project\'s facts: name, dates, budget, manager, what the client sees',
  submit: 'Submit a draft project for approval',
  approve: 'Approve, return or reject a submitted project',
  run: 'Put a project on hold, resume, deliver, maintain and close it',
  cancel: 'Cancel a project and take that back',
});

acceptsFiles('project', projectPermissions.update, { fromClients: true });

defineTagged(projectSubject, 'projects');

export const milestoneSubject = defineSubject({ name: 'milestone', table: 'milestone', label: 'milestone', columns, accessFrom: ['project'] });

export const milestonePermissions = definePermissions('milestone', {
  read: 'See milestones',
  create: 'Create milestones',
  update: 'Change, order and remove milestones',
});

/** Judgements are the agency's own: clients hold no grant for them. */
export const projectDecisionSubject = defineSubject({ name: 'projectDecision', table: 'project_decision', label: 'decision', columns: {} });

export const projectDecisionPermissions = definePermissions('projectDecision', {
  read: 'See the decisions on a project with their reasons',
});
