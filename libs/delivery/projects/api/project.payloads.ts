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

@ObjectType({ isAbstract: true })
abstract class ProjectPayload extends MutationPayload {
  @Field(() => ProjectObject, { nullable: true, description: 'The project; null when something was refused.' })
  project?: ProjectObject | null;
}

@ObjectType({ description: 'The new draft project.' })
export class CreateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project after the edit.' })
export class UpdateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project in its new place.' })
export class PlaceProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project that waits for approval.' })
export class SubmitProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project after the judgement.' })
export class ApproveProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project after the move.' })
export class MoveProjectPayload extends ProjectPayload {}

@ObjectType({ isAbstract: true })
abstract class MilestonePayload extends MutationPayload {
  @Field(() => MilestoneObject, { nullable: true, description: 'The milestone; null when something was refused.' })
  milestone?: MilestoneObject | null;
}

@ObjectType({ description: 'The new milestone.' })
export class CreateMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'The milestone after the edit.' })
export class UpdateMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'What was removed.' })
export class DeleteMilestonePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the removed milestone; null when something was refused.' })
  id?: string | null;
}
