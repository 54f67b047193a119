import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { teamRead } from '../department.read.js';
import { TeamObject } from './department.object.js';

@ObjectType({ description: 'A page of teams.' })
export class TeamConnection extends Connection(TeamObject, 'Team') {}

@ArgsType()
export class TeamsArgs extends ReadArgs(teamRead) {}

@ObjectType({ isAbstract: true })
abstract class TeamPayload extends MutationPayload {
  @Field(() => TeamObject, { nullable: true, description: 'The team; null when something was refused.' })
  team?: TeamObject | null;
}

@ObjectType({ description: 'The new team.' })
export class CreateTeamPayload extends TeamPayload {}

@ObjectType({ description: 'The team after the edit.' })
export class UpdateTeamPayload extends TeamPayload {}

@ObjectType({ description: 'What was deleted.' })
export class DeleteTeamPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The team\'s id; null when something was refused.' })
  teamId?: string | null;
}
