import { registerEnumType } from '@nestjs/graphql';
import type { LeafStatus } from '@throughline/delivery/progress';

export const TaskPriorityEnum = { LOW: 'LOW', NORMAL: 'NORMAL', HIGH: 'HIGH', URGENT: 'URGENT' } as const;
export type TaskPriority = keyof typeof TaskPriorityEnum;
registerEnumType(TaskPriorityEnum, {
  name: 'TaskPriority',
  description: 'How much a task presses.',
  valuesMap: { LOW: { description: 'When there is time.' }, NORMAL: { description: 'As planned.' }, HIGH: { description: 'Before others.' }, URGENT: { description: 'Now.' } },
});

export const TaskStatusEnum: { [Status in LeafStatus]: Status } = {
  TODO: 'TODO', IN_PROGRESS: 'IN_PROGRESS', REVIEW: 'REVIEW', COMPLETED: 'COMPLETED', BLOCKED: 'BLOCKED',
};
registerEnumType(TaskStatusEnum, {
  name: 'TaskStatus',
  description: 'A status that somebody can give a task; cancelling has an operation of its own.',
  valuesMap: {
    TODO: { description: 'Not started.' },
    IN_PROGRESS: { description: 'Started.' },
    REVIEW: { description: 'Handed in, to be accepted or returned.' },
    COMPLETED: { description: 'Done.' },
    BLOCKED: { description: 'Cannot go on; the reason says why.' },
  },
});

export const ReviewDecisionEnum = { ACCEPTED: 'ACCEPTED', RETURNED: 'RETURNED' } as const;
export type ReviewDecision = keyof typeof ReviewDecisionEnum;
registerEnumType(ReviewDecisionEnum, {
  name: 'ReviewDecision',
  description: 'A reviewer\'s word on finished work.',
  valuesMap: { ACCEPTED: { description: 'Good; it counts as completed.' }, RETURNED: { description: 'Something has to be done better.' } },
});
