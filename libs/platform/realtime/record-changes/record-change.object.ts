import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BigIntScalar } from '../../graphql/index.js';

export enum RecordChangeType {
  CHANGED = 'CHANGED',
  ENTERED = 'ENTERED',
  REMOVED = 'REMOVED',
  RESYNC = 'RESYNC',
  ADVANCED = 'ADVANCED',
}

registerEnumType(RecordChangeType, {
  name: 'RecordChangeType',
  description: 'What a receiver should do about a message of `recordChanges`.',
  valuesMap: {
    CHANGED: { description: 'The record was and is visible to you: load it again, or use `progress`.' },
    ENTERED: { description: 'The record has become visible to you: load it.' },
    REMOVED: { description: 'The record is gone, or no longer visible to you: take it away.' },
    RESYNC: { description: 'You may have missed something, or your rights have changed: load everything afresh.' },
    ADVANCED: { description: 'Nothing for you up to this position: remember it and go on.' },
  },
});

export enum WorkNodeType {
  TASK = 'TASK',
  MILESTONE = 'MILESTONE',
  PROJECT = 'PROJECT',
}

registerEnumType(WorkNodeType, {
  name: 'WorkNodeType',
  description: 'What a node of a work tree is.',
  valuesMap: {
    TASK: { description: 'A task or sub-task.' },
    MILESTONE: { description: 'A milestone of a project.' },
    PROJECT: { description: 'A project or sub-project.' },
  },
});

@ObjectType({ description: 'New figures of one node of a work tree.' })
export class NodeProgress {
  @Field(() => WorkNodeType, { description: 'What the node is.' })
  node!: WorkNodeType;

  @Field(() => ID, { description: 'Id of the task, milestone or project.' })
  id!: string;

  @Field(() => BigIntScalar, { description: 'Weights of all live leaves below it, added up.' })
  workTotal!: bigint;

  @Field(() => BigIntScalar, { description: 'Weight times completion (0 to 10,000) of all live leaves below it, added up.' })
  workDone!: bigint;

  @Field(() => Int, { nullable: true, description: 'Progress, 10,000 = 100 %, rounded down; null while there is no work.' })
  basisPoints!: number | null;

  @Field(() => String, { description: 'Its status now.' })
  status!: string;
}

@ObjectType({ description: 'One message of `recordChanges`. Keep the position: with it a lost connection goes on where it was.' })
export class RecordChange {
  @Field(() => String, { description: 'Position in the organization\'s log; pass the last one you saw as `after`.' })
  position!: string;

  @Field(() => RecordChangeType, { description: 'What to do.' })
  type!: RecordChangeType;

  @Field(() => String, { nullable: true, description: 'What kind of record: `project`, `task`; null on RESYNC and ADVANCED.' })
  subject!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the record; null on RESYNC and ADVANCED.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'What happened, `task.completed`; null where you may not know it.' })
  kind!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it happened; null on RESYNC and ADVANCED.' })
  occurredAt!: Date | null;

  @Field(() => [String], {
    description: 'Kinds of records that came, went or changed with it for you, without a message each: its tasks, files, messages. Load lists of these again.',
  })
  carried!: string[];

  @Field(() => [NodeProgress], { description: 'Every node visible to you whose figures the change moved, leaf first.' })
  progress!: NodeProgress[];
}
