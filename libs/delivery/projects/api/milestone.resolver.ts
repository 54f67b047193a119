import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { MilestoneService } from '../milestone.service.js';
import { milestonePermissions } from '../project.policy.js';
import { milestoneRead } from '../project.read.js';
import { CreateMilestoneInput, DeleteMilestoneInput, UpdateMilestoneInput } from './project.inputs.js';
import { MilestoneObject } from './project.object.js';
import { CreateMilestonePayload, DeleteMilestonePayload, MilestoneConnection, MilestonesArgs, UpdateMilestonePayload } from './project.payloads.js';

/** Milestones. */
@Resolver(() => MilestoneObject)
export class MilestoneResolver {
  constructor(
    private readonly milestones: MilestoneService,
    private readonly reader: Reader,
  ) {}

  @Query(() => MilestoneConnection, { name: 'milestones', description: 'The milestones you may see, over all projects.' })
  @Requires(milestonePermissions.read)
  @Reads(milestoneRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: MilestonesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, milestoneRead, args, selectionOf(info));
  }

  @Mutation(() => CreateMilestonePayload, { description: 'Adds a milestone at the end of a project.' })
  @Requires(milestonePermissions.create)
  async createMilestone(@CurrentActor() actor: Actor, @Args('input', { description: 'The milestone.' }) input: CreateMilestoneInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { projectId, ...facts } = input;
    return this.answer(actor, await this.milestones.create(actor, projectId, facts), info);
  }

  @Mutation(() => UpdateMilestonePayload, { description: 'Changes facts of a milestone.' })
  @Requires(milestonePermissions.update)
  async updateMilestone(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateMilestoneInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...changes } = input;
    return this.answer(actor, await this.milestones.update(actor, id, version, changes), info);
  }

  @Mutation(() => DeleteMilestonePayload, { description: 'Removes a milestone; its tasks stay in the project without one.' })
  @Requires(milestonePermissions.update)
  async deleteMilestone(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteMilestoneInput): Promise<unknown> {
    return { id: await this.milestones.delete(actor, input.id, input.version) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ milestone: MilestoneObject | null }> {
    return { milestone: await this.reader.one(actor, milestoneRead, id, selectionOf(info, 'milestone')) };
  }
}
