import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { teamPermissions } from '../department.policy.js';
import { teamRead } from '../department.read.js';
import { TeamService } from '../team.service.js';
import { TeamObject } from './department.object.js';
import { CreateTeamInput, DeleteTeamInput, UpdateTeamInput } from './team.inputs.js';
import { CreateTeamPayload, DeleteTeamPayload, TeamConnection, TeamsArgs, UpdateTeamPayload } from './team.payloads.js';

/** Teams below departments. */
@Resolver(() => TeamObject)
export class TeamResolver {
  constructor(
    private readonly teams: TeamService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TeamConnection, { name: 'teams', description: 'The teams you may see.' })
  @Requires(teamPermissions.read)
  @Reads(teamRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TeamsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, teamRead, args, selectionOf(info));
  }

  @Query(() => TeamObject, { name: 'team', nullable: true, description: 'One team.' })
  @Requires(teamPermissions.read)
  @Reads(teamRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, teamRead, id, selectionOf(info));
  }

  @Mutation(() => CreateTeamPayload, { description: 'Creates a team.' })
  @Requires(teamPermissions.create)
  async createTeam(@CurrentActor() actor: Actor, @Args('input', { description: 'The team.' }) input: CreateTeamInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.teams.create(actor, input), info);
  }

  @Mutation(() => UpdateTeamPayload, { description: 'Renames, moves or staffs a team.' })
  @Requires(teamPermissions.update)
  async updateTeam(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateTeamInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...changes } = input;
    return this.answer(actor, await this.teams.update(actor, id, version, changes), info);
  }

  @Mutation(() => DeleteTeamPayload, { description: 'Deletes a team; its people stay, its records go to another team or to none.' })
  @Requires(teamPermissions.delete)
  async deleteTeam(@CurrentActor() actor: Actor, @Args('input', { description: 'The team.' }) input: DeleteTeamInput): Promise<DeleteTeamPayload> {
    return { teamId: await this.teams.delete(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { team: await this.reader.one(actor, teamRead, id, selectionOf(info, 'team')) };
  }
}
