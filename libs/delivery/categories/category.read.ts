import { departmentRead } from '@throughline/identity/departments';
import { defineRead, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
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
    checklist: many(() => requirementTemplateRead, { foreign: 'category_id' }),
  },
  filters: { key: textFilter(), name: textFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
