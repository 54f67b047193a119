import { categoryRead } from '@throughline/delivery/categories';
import { accessOf, progressFields, type ProjectStatus } from '@throughline/delivery/progress';
import { departmentRead, teamRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { moveOffers } from '@throughline/platform/access';
import {
  bigIntFilter, booleanFilter, connection, dateFilter, dateTimeFilter, defineRead, derived, enumFilter, extendRead, idFilter, listFilter, integerFilter, many, money, one,
  type ReadModel, textFilter,
} from '@throughline/platform/read';
import { customerRead } from '@throughline/sales/customers';
import { dealRead } from '@throughline/sales/deals';
import { ProjectStatusEnum, WorkStatusEnum } from './api/project.enums.js';
import { MilestoneObject, ProjectDecisionObject, ProjectObject } from './api/project.object.js';
import { milestoneSubject, projectDecisionSubject, projectSubject } from './project.policy.js';
import { PROJECT_MOVE_PERMISSIONS, projectWorkflow } from './project.workflow.js';

const ACCESS_COLUMNS = ['department_id', 'team_id', 'owner_id', 'customer_id', 'shared_with_client'] as const;
const id = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const progressFilter = integerFilter({ sql: (t) => `(${t}.work_done / nullif(${t}.work_total, 0))::integer`, columns: ['work_total', 'work_done'] });

export const projectDecisionRead: ReadModel<ProjectDecisionObject> = defineRead({
  name: 'ProjectDecisionRecord',
  object: () => ProjectDecisionObject,
  subject: projectDecisionSubject,
  fields: { decidedBy: one(() => userRead, { local: 'decided_by' }) },
  sorts: { decidedAt: 'timestamptz!' },
  defaultSort: [{ field: 'decidedAt', direction: 'DESC' }],
});

export const milestoneRead: ReadModel<MilestoneObject> = defineRead({
  name: 'Milestone',
  object: () => MilestoneObject,
  subject: milestoneSubject,
  fields: { ...progressFields, project: one(() => projectRead, { local: 'project_id' }) },
  filters: { projectId: idFilter(), status: enumFilter('WorkStatus', () => WorkStatusEnum), dueOn: dateFilter(), name: textFilter(), progressBasisPoints: progressFilter },
  sorts: { position: 'numeric!', dueOn: 'date', name: 'text!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const projectRead: ReadModel<ProjectObject> = defineRead({
  name: 'Project',
  object: () => ProjectObject,
  subject: projectSubject,
  fields: {
    ...progressFields,
    budget: money('budget_minor'),
    customer: one(() => customerRead, { local: 'customer_id' }),
    deal: one(() => dealRead, { local: 'deal_id' }),
    category: one(() => categoryRead, { local: 'category_id' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    team: one(() => teamRead, { local: 'team_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
    parentProject: one(() => projectRead, { local: 'parent_project_id' }),
    subProjects: many(() => projectRead, { foreign: 'parent_project_id' }),
    milestones: many(() => milestoneRead, { foreign: 'project_id' }),
    decisions: many(() => projectDecisionRead, { foreign: 'project_id', limit: 50 }),
    allowedMoves: derived(['status', ...ACCESS_COLUMNS], (row, actor) => moveOffers(
      actor,
      accessOf({
        departmentId: id(row['department_id']), teamId: id(row['team_id']), ownerId: id(row['owner_id']), customerId: String(row['customer_id']),
      }, row['shared_with_client'] === true),
      projectWorkflow, row['status'] as ProjectStatus, PROJECT_MOVE_PERMISSIONS,
    )),
  },
  filters: {
    id: idFilter(),
    status: enumFilter('ProjectStatus', () => ProjectStatusEnum),
    number: textFilter(),
    name: textFilter(),
    tags: listFilter(),
    customerId: idFilter(),
    dealId: idFilter(),
    categoryId: idFilter(),
    departmentId: idFilter(),
    teamId: idFilter(),
    ownerId: idFilter(),
    parentProjectId: idFilter(),
    startOn: dateFilter(),
    dueOn: dateFilter(),
    createdAt: dateTimeFilter(),
    budgetMinor: bigIntFilter(),
    sharedWithClient: booleanFilter(),
    progressBasisPoints: progressFilter,
  },
  sorts: { createdAt: 'timestamptz!', updatedAt: 'timestamptz!', name: 'text!', number: 'text!', dueOn: 'date', startOn: 'date', status: 'text!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_project', fields: ['number', 'name'] },
});

extendRead(customerRead, { projects: connection(() => projectRead, { foreign: 'customer_id' }) });
extendRead(dealRead, { projects: connection(() => projectRead, { foreign: 'deal_id' }) });
