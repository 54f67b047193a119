import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { type LeadHistoryEntry, LeadHistoryService } from '../lead-history.service.js';
import { leadPermissions } from '../lead.policy.js';

@ObjectType('LeadHistoryEntry', { description: 'Something that happened to a lead.' })
export class LeadHistoryEntryObject implements LeadHistoryEntry {
  @Field(() => ID, { description: 'The event\'s number.' }) id!: string;
  @Field(() => String, { description: 'What: "lead.contacted".' }) kind!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) at!: Date;
  @Field(() => String, { nullable: true, description: 'Who; null for a visitor or the product itself.' }) actorName!: string | null;
  @Field(() => Boolean, { description: 'Came by an import.' }) historical!: boolean;
  @Field(() => String, { nullable: true, description: 'The status it got.' }) status!: string | null;
  @Field(() => Int, { nullable: true, description: 'The score it got.' }) score!: number | null;
  @Field(() => String, { nullable: true, description: 'How somebody was contacted.' }) channel!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether anybody answered.' }) reached!: boolean | null;
  @Field(() => String, { nullable: true, description: 'What was said, or why.' }) text!: string | null;
  @Field(() => [String], { description: 'Names of the other fields that changed.' }) fields!: string[];
}

/** What happened to a lead. */
@Resolver(() => LeadHistoryEntryObject)
export class LeadHistoryResolver {
  constructor(private readonly history: LeadHistoryService) {}

  @Query(() => [LeadHistoryEntryObject], { description: 'What happened to a lead, the latest first; 100 entries at most.' })
  @Requires(leadPermissions.read)
  leadHistory(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The lead.' }) id: string): Promise<LeadHistoryEntry[]> {
    return this.history.of(actor, id);
  }
}
