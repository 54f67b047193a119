import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { milestoneRead, projectRead } from '../project.read.js';
import { MilestoneObject, ProjectObject } from './project.object.js';

@ObjectType({ description: 'A page of projects.' })
export class ProjectConnection extends Connection(ProjectObject, 'Project') {}

@ArgsType()
export class ProjectsArgs extends ReadArgs(projectRead) {}

@ObjectType({ description: 'A page of milestones.' })
export class MilestoneConnection extends Connection(MilestoneObject, 'Milestone') {}

@ArgsType()
export class MilestonesArgs extends ReadArgs(milestoneRead) {}

@ObjectType({ description: 'The project after the operation.' })
export class ProjectPayload extends MutationPayload {
  @Field(() => ProjectObject, { nullable: true, description: 'The project; null when something was refused.' })
  project?: ProjectObject | null;
}

@ObjectType({ description: 'The milestone after the operation.' })
export class MilestonePayload extends MutationPayload {
  @Field(() => MilestoneObject, { nullable: true, description: 'The milestone; null when something was refused.' })
  milestone?: MilestoneObject | null;
}

@ObjectType({ description: 'What was removed.' })
export class DeleteMilestonePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the removed milestone; null when something was refused.' })
  id?: string | null;
}
