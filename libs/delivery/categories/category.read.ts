import { departmentRead } from '@throughline/identity/departments';
import { booleanFilter, defineRead, idFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { CategoryObject, RequirementTemplateObject } from './api/category.object.js';
import { categorySubject } from './category.policy.js';

export const requirementTemplateRead: ReadModel<RequirementTemplateObject> = defineRead({
  name: 'RequirementTemplate',
  object: () => RequirementTemplateObject,
  table: 'requirement_template',
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const categoryRead: ReadModel<CategoryObject> = defineRead({
  name: 'ServiceCategory',
  object: () => CategoryObject,
  subject: categorySubject,
  fields: {
    department: one(() => departmentRead, { local: 'department_id' }),
    parent: one(() => categoryRead, { local: 'parent_id' }),
    children: many(() => categoryRead, { foreign: 'parent_id' }),
    checklist: many(() => requirementTemplateRead, { foreign: 'category_id' }),
  },
  filters: { key: textFilter(), name: textFilter(), parentId: idFilter(), departmentId: idFilter(), archived: booleanFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
