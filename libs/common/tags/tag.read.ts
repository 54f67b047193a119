import { defineRead, enumFilter, idFilter, type ReadModel, textFilter } from '@throughline/platform/read';
import { TagColourEnum, TagObject } from './api/tag.object.js';
import { tagSubject } from './tag.policy.js';

export const tagRead: ReadModel<TagObject> = defineRead({
  name: 'Tag',
  object: () => TagObject,
  subject: tagSubject,
  filters: { id: idFilter(), name: textFilter(), category: textFilter(), colour: enumFilter('TagColour', () => TagColourEnum) },
  sorts: { name: 'text!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
