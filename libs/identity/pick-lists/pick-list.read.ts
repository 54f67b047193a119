import { booleanFilter, defineRead, idFilter, type ReadModel, textFilter } from '@throughline/platform/read';
import { PickListItemObject } from './api/pick-list.object.js';
import { pickListSubject } from './pick-list.policy.js';

export const pickListItemRead: ReadModel<PickListItemObject> = defineRead({
  name: 'PickListItem',
  object: () => PickListItemObject,
  subject: pickListSubject,
  filters: { id: idFilter(), list: textFilter(), label: textFilter(), archived: booleanFilter() },
  sorts: { list: 'text!', position: 'integer!', label: 'text!' },
  defaultSort: [{ field: 'list', direction: 'ASC' }, { field: 'position', direction: 'ASC' }],
});
