import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import { LeadAssignmentService } from '../lead-assignment.service.js';
import { LeadProgressService } from '../lead-progress.service.js';
import { leadPermissions } from '../lead.policy.js';
import { leadRead } from '../lead.read.js';
import { budgetOf } from './budget.js';
import { AdjustLeadScoreInput, AssignLeadInput, ClaimLeadInput, CloseLeadInput, ContactLeadInput, QualifyLeadInput } from './lead-progress.inputs.js';
import { LeadObject } from './lead.object.js';
import {
  AdjustLeadScorePayload, AssignLeadPayload, ClaimLeadPayload, ContactLeadPayload, DisqualifyLeadPayload, LoseLeadPayload, QualifyLeadPayload,
  ReopenLeadPayload,
} from './lead.payloads.js';

/** A lead's way through its states, and who works on it. */
@Resolver(() => LeadObject)
export class LeadProgressResolver {
  constructor(
    private readonly progress: LeadProgressService,
    private readonly assignment: LeadAssignmentService,
    private readonly reader: Reader,
  ) {}

  @Mutation(() => ContactLeadPayload, { description: 'Logs contact with an open lead; the first time somebody is reached it becomes CONTACTED.' })
  @Requires(leadPermissions.contact)
  async contactLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The contact.' }) input: ContactLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.progress.contact(actor, input), info);
  }

  @Mutation(() => QualifyLeadPayload, { description: 'Moves a lead to QUALIFIED and stores its qualification.' })
  @Requires(leadPermissions.qualify)
  async qualifyLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The qualification.' }) input: QualifyLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { budget, ...answers } = input;
    return this.answer(actor, await this.progress.qualify(actor, { ...answers, ...budgetOf(budget ?? undefined) }), info);
  }

  @Mutation(() => AdjustLeadScorePayload, { description: 'Adds or takes away points of a lead\'s score by hand.' })
  @Requires(leadPermissions.score)
  async adjustLeadScore(@CurrentActor() actor: Actor, @Args('input', { description: 'The correction.' }) input: AdjustLeadScoreInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.progress.adjustScore(actor, input), info);
  }

  @Mutation(() => LoseLeadPayload, { description: 'Marks a lead as lost.' })
  @Requires(leadPermissions.lose)
  async loseLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: CloseLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.progress.close(actor, 'LOSE', input), info);
  }

  @Mutation(() => DisqualifyLeadPayload, { description: 'Disqualifies a lead.' })
  @Requires(leadPermissions.disqualify)
  async disqualifyLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: CloseLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.progress.close(actor, 'DISQUALIFY', input), info);
  }

  @Mutation(() => ReopenLeadPayload, { description: 'Opens a lost or disqualified lead again, as NEW.' })
  @Requires(leadPermissions.reopen)
  async reopenLead(@CurrentActor() actor: Actor, @Args('input', { description: 'The decision.' }) input: CloseLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.progress.close(actor, 'REOPEN', input), info);
  }

  @Mutation(() => AssignLeadPayload, { description: 'Gives a lead to somebody, or back into its department\'s queue.' })
  @Requires(leadPermissions.assign)
  async assignLead(@CurrentActor() actor: Actor, @Args('input', { description: 'Who.' }) input: AssignLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.assignment.assign(actor, { ...input, ownerId: input.ownerId ?? null }), info);
  }

  @Mutation(() => ClaimLeadPayload, { description: 'Takes a lead that nobody owns: of two who try at once, one gets it.' })
  @Requires(leadPermissions.claim)
  async claimLead(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: ClaimLeadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.assignment.claim(actor, input.id), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ lead: LeadObject | null }> {
    return { lead: await this.reader.one(actor, leadRead, id, selectionOf(info, 'lead')) };
  }
}
