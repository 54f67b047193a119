import { registerEnumType } from '@nestjs/graphql';
import type { ChannelKind, ChannelNotify, MemberRole, MessageSide } from '../channel.kinds.js';

export const ChannelKindEnum = {
  DIRECT: 'DIRECT', GROUP: 'GROUP', PRIVATE: 'PRIVATE', DEPARTMENT: 'DEPARTMENT', PROJECT: 'PROJECT', TASK: 'TASK', CUSTOMER: 'CUSTOMER', RECORD: 'RECORD',
} as const satisfies { [Kind in ChannelKind]: Kind };
registerEnumType(ChannelKindEnum, {
  name: 'ChannelKind',
  description: 'What a channel is for.',
  valuesMap: {
    DIRECT: { description: 'Two people between themselves.' },
    GROUP: { description: 'A few people; each of them may invite others.' },
    PRIVATE: { description: 'People whom its owners invite.' },
    DEPARTMENT: { description: 'The people of a department, and those added to it.' },
    PROJECT: { description: 'Everybody who sees the project, the client on their own side.' },
    TASK: { description: 'Everybody who sees the task; two-sided when it is shared with the client.' },
    CUSTOMER: { description: 'Everybody who sees the customer, the customer\'s people on their own side.' },
    RECORD: { description: 'Everybody who sees another record: a ticket, a deal, a lead.' },
  },
});

export const MessageSideEnum = { INTERNAL: 'INTERNAL', CLIENT: 'CLIENT' } as const satisfies { [Side in MessageSide]: Side };
registerEnumType(MessageSideEnum, {
  name: 'MessageSide',
  description: 'Whom a message is for.',
  valuesMap: { INTERNAL: { description: 'Only the organization\'s own people.' }, CLIENT: { description: 'The client\'s people too.' } },
});

export const ChannelNotifyEnum = { ALL: 'ALL', MENTIONS: 'MENTIONS', NONE: 'NONE' } as const satisfies { [Notify in ChannelNotify]: Notify };
registerEnumType(ChannelNotifyEnum, {
  name: 'ChannelNotify',
  description: 'What somebody is told of in a channel.',
  valuesMap: {
    ALL: { description: 'Every message.' }, MENTIONS: { description: 'Messages that name them.' }, NONE: { description: 'Nothing; what is unread is counted all the same.' },
  },
});

export const ChannelRoleEnum = { OWNER: 'OWNER', MEMBER: 'MEMBER' } as const satisfies { [Role in MemberRole]: Role };
registerEnumType(ChannelRoleEnum, {
  name: 'ChannelRole',
  description: 'Somebody\'s part in a channel.',
  valuesMap: { OWNER: { description: 'Invites, names and archives it.' }, MEMBER: { description: 'Speaks in it.' } },
});

export const NewChannelKindEnum = { GROUP: 'GROUP', PRIVATE: 'PRIVATE' } as const;
registerEnumType(NewChannelKindEnum, {
  name: 'NewChannelKind',
  description: 'What people can start by themselves.',
  valuesMap: { GROUP: { description: 'Each of its people may invite others.' }, PRIVATE: { description: 'Only its owners invite.' } },
});
