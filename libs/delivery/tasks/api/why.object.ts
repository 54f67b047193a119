import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BigIntScalar } from '@throughline/platform/graphql';

export const ExplainedKindEnum = { PROJECT: 'PROJECT', MILESTONE: 'MILESTONE', TASK: 'TASK' } as const;
registerEnumType(ExplainedKindEnum, {
  name: 'ProgressNodeKind',
  description: 'What has progress.',
  valuesMap: { PROJECT: { description: 'A project.' }, MILESTONE: { description: 'A milestone.' }, TASK: { description: 'A task.' } },
});

export const PartKindEnum = { TASK: 'TASK', PROJECT: 'PROJECT', HIDDEN: 'HIDDEN', REST: 'REST' } as const;
registerEnumType(PartKindEnum, {
  name: 'ProgressPartKind',
  description: 'What a line of an explanation stands for.',
  valuesMap: {
    TASK: { description: 'A task.' },
    PROJECT: { description: 'A sub-project.' },
    HIDDEN: { description: 'Work you may not see, as one line; for clients the internal work.' },
    REST: { description: 'More parts than are listed, as one line.' },
  },
});

@ObjectType('ProgressPart', { description: 'A line of an explanation: what one part adds to the figure.' })
export class ProgressPartObject {
  @Field(() => PartKindEnum, { description: 'What it stands for.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'The record; null for lines that stand for several.' })
  id!: string | null;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where it stands: a work status or a project status.' })
  status!: string | null;

  @Field(() => BigIntScalar, { description: 'Weight of the live work in it.' })
  weight!: bigint;

  @Field(() => Int, { description: 'How much of the whole weight this is, in basis points.' })
  shareBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Its own progress in basis points; null without live work.' })
  completionBasisPoints!: number | null;

  @Field(() => Int, { description: 'How many basis points of the figure come from it; the lines add up to the figure.' })
  contributionBasisPoints!: number;

  @Field(() => Boolean, { description: 'Whether it counts; cancelled parts do not.' })
  counted!: boolean;

  @Field(() => [ProgressPartObject], { description: 'What it is made of itself, adding up to its contribution.' })
  parts!: ProgressPartObject[];
}

@ObjectType('ProgressExplanation', { description: 'Why a progress figure is what it is.' })
export class ProgressExplanationObject {
  @Field(() => ExplainedKindEnum, { description: 'What is explained.' })
  kind!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'The figure, in basis points; null without live work.' })
  basisPoints!: number | null;

  @Field(() => BigIntScalar, { description: 'Weight of all live work.' })
  workTotal!: bigint;

  @Field(() => BigIntScalar, { description: 'Weight times completion of all live work.' })
  workDone!: bigint;

  @Field(() => String, { description: 'How the figure was rounded, in a sentence.' })
  note!: string;

  @Field(() => [ProgressPartObject], { description: 'The lines, largest share first.' })
  parts!: ProgressPartObject[];
}
