import { dateTimeFilter, defineRead, enumFilter, idFilter, type ReadModel, textFilter } from '../read/index.js';
import { OutgoingMailObject, OutgoingMailStatusEnum } from './api/outgoing-mail.object.js';
import { outgoingMailSubject } from './outgoing-mail.policy.js';

export const outgoingMailRead: ReadModel<OutgoingMailObject> = defineRead({
  name: 'OutgoingMail',
  object: () => OutgoingMailObject,
  subject: outgoingMailSubject,
  filters: {
    status: enumFilter('OutgoingMailStatus', () => OutgoingMailStatusEnum),
    kind: textFilter(),
    recipient: textFilter(),
    userId: idFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
