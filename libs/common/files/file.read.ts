import { userRead } from '@throughline/identity/users';
import { booleanFilter, computed, dateTimeFilter, defineRead, idFilter, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { FileObject } from './api/file.object.js';
import { fileSubject } from './file.policy.js';

const address = (suffix: string, when: (alias: string) => string) => (t: string): string =>
  `CASE WHEN ${t}.state = 'READY' AND ${when(t)} THEN '/files/' || ${t}.id || '${suffix}' END`;

export const fileRead: ReadModel<FileObject> = defineRead({
  name: 'File',
  object: () => FileObject,
  subject: fileSubject,
  fields: {
    uploadedBy: one(() => userRead, { local: 'owner_id' }),
    scan: computed('TEXT', ['state'], (t) => `CASE ${t}.state WHEN 'READY' THEN 'CLEAN' WHEN 'REFUSED' THEN 'REFUSED' ELSE 'PENDING' END`),
    url: computed('TEXT', ['id', 'state'], address('', () => 'true')),
    thumbnailUrl: computed('TEXT', ['id', 'state', 'has_thumbnail'], address('/thumbnail', (t) => `${t}.has_thumbnail`)),
    previewUrl: computed('TEXT', ['id', 'state', 'has_preview'], address('/preview', (t) => `${t}.has_preview`)),
  },
  filters: {
    id: idFilter(), name: textFilter(), contentType: textFilter(), subject: textFilter(), recordId: idFilter(), ownerId: idFilter(), sharedWithClient: booleanFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', name: 'text!', bytes: 'bigint!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_file', fields: ['name'] },
});
