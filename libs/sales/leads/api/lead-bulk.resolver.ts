import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { type BulkResult, LeadAssignmentService } from '../lead-assignment.service.js';
import { leadPermissions } from '../lead.policy.js';
import { BulkAssignLeadsInput, BulkCloseLeadsInput, BulkTagLeadsInput } from './lead-progress.inputs.js';
import { BulkAssignLeadsPayload, BulkCloseLeadsPayload, BulkTagLeadsPayload } from './lead.payloads.js';

/** The same for many leads at once: each is checked by itself, and what was left out says why (LEA-08). */
@Resolver()
export class LeadBulkResolver {
  constructor(private readonly assignment: LeadAssignmentService) {}

  @Mutation(() => BulkAssignLeadsPayload, { description: 'Gives many leads to somebody, or back into their departments\' queues.' })
  @Requires(leadPermissions.assign)
  bulkAssignLeads(@CurrentActor() actor: Actor, @Args('input', { description: 'Which and who.' }) input: BulkAssignLeadsInput): Promise<BulkResult> {
    return this.assignment.assignMany(actor, input.ids, input.ownerId ?? null);
  }

  @Mutation(() => BulkTagLeadsPayload, { description: 'Adds tags to many leads and takes tags away.' })
  @Requires(leadPermissions.update)
  bulkTagLeads(@CurrentActor() actor: Actor, @Args('input', { description: 'Which and what.' }) input: BulkTagLeadsInput): Promise<BulkResult> {
    return this.assignment.tagMany(actor, input.ids, input.add ?? [], input.remove ?? []);
  }

  @Mutation(() => BulkCloseLeadsPayload, { description: 'Loses, disqualifies or reopens many leads; each needs the permission of the move.' })
  @Requires(leadPermissions.read)
  bulkCloseLeads(@CurrentActor() actor: Actor, @Args('input', { description: 'Which and why.' }) input: BulkCloseLeadsInput): Promise<BulkResult> {
    return this.assignment.closeMany(actor, input.ids, input.move, input.reason);
  }
}
