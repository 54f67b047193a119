import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { ProjectStatusService } from '../project-status.service.js';
import { projectPermissions } from '../project.policy.js';
import { projectRead } from '../project.read.js';
import { ProjectService } from '../project.service.js';
import { ApproveProjectInput, CreateProjectInput, MoveProjectInput, PlaceProjectInput, SubmitProjectInput, UpdateProjectInput } from './project.inputs.js';
import { ProjectObject } from './project.object.js';
import {
  ApproveProjectPayload, CreateProjectPayload, MoveProjectPayload, PlaceProjectPayload, ProjectConnection, ProjectsArgs, SubmitProjectPayload,
  UpdateProjectPayload,
} from './project.payloads.js';

/** Projects, for staff and (what is shared) for clients. */
@Resolver(() => ProjectObject)
export class ProjectResolver {
  constructor(
    private readonly projects: ProjectService,
    private readonly statuses: ProjectStatusService,
    private readonly reader: Reader,
  ) {}

  @Query(() => ProjectConnection, { name: 'projects', description: 'The projects you may see.' })
  @Requires(projectPermissions.read)
  @Reads(projectRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: ProjectsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, projectRead, args, selectionOf(info));
  }

  @Query(() => ProjectObject, { name: 'project', nullable: true, description: 'One project, with its milestones and tasks as deep as you select.' })
  @Requires(projectPermissions.read)
  @Reads(projectRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, projectRead, id, selectionOf(info));
  }

  @Mutation(() => CreateProjectPayload, { description: 'Creates a draft project by hand.' })
  @Requires(projectPermissions.create)
  async createProject(@CurrentActor() actor: Actor, @Args('input', { description: 'The project.' }) input: CreateProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { budget, ...facts } = input;
    const money = budget ? { budgetMinor: budget.amountMinor, currency: budget.currency } : {};
    return this.answer(actor, await this.projects.create(actor, { ...facts, ...money }), info);
  }

  @Mutation(() => UpdateProjectPayload, { description: 'Changes facts of a project.' })
  @Requires(projectPermissions.update)
  async updateProject(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, budget, ...changes } = input;
    const money = budget === undefined ? {} : { budgetMinor: budget?.amountMinor ?? null };
    return this.answer(actor, await this.projects.update(actor, id, version, { ...changes, ...money }), info);
  }

  @Mutation(() => PlaceProjectPayload, { description: 'Makes a project a part of another one, or of none; its progress goes along.' })
  @Requires(projectPermissions.update)
  async placeProject(@CurrentActor() actor: Actor, @Args('input', { description: 'Where to.' }) input: PlaceProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.projects.place(actor, { ...input, parentProjectId: input.parentProjectId ?? null }), info);
  }

  @Mutation(() => SubmitProjectPayload, { description: 'Submits a draft project for approval.' })
  @Requires(projectPermissions.submit)
  async submitProject(@CurrentActor() actor: Actor, @Args('input', { description: 'The submission.' }) input: SubmitProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.statuses.move(actor, { id: input.id, version: input.version, move: 'SUBMIT', reason: input.note ?? null }), info);
  }

  @Mutation(() => ApproveProjectPayload, { description: 'Records the judgement on a submitted project: approved, returned or rejected (stage 7).' })
  @Requires(projectPermissions.approve)
  async approveProject(@CurrentActor() actor: Actor, @Args('input', { description: 'The judgement.' }) input: ApproveProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...judgement } = input;
    return this.answer(actor, await this.statuses.judge(actor, id, version, judgement), info);
  }

  @Mutation(() => MoveProjectPayload, { description: 'Holds, resumes, delivers, maintains, closes, cancels or re-opens a project; each move needs its permission.' })
  @Requires(projectPermissions.read)
  async moveProject(@CurrentActor() actor: Actor, @Args('input', { description: 'The move.' }) input: MoveProjectInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.statuses.move(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ project: ProjectObject | null }> {
    return { project: await this.reader.one(actor, projectRead, id, selectionOf(info, 'project')) };
  }
}
