import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { auditPermissions } from '@throughline/identity/audit';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import type { PersonSubject } from '../erase-person.js';
import { ErasureService } from '../erasure.service.js';
import { HistoryRetentionService } from '../history-retention.service.js';
import { EraseFromHistoryInput, EraseFromHistoryPayload, HistoryRetentionObject, UpdateHistoryRetentionInput, UpdateHistoryRetentionPayload } from './erasure.objects.js';

/** What leaves the history, and when. */
@Resolver(() => HistoryRetentionObject)
export class ErasureResolver {
  constructor(
    private readonly erasures: ErasureService,
    private readonly retention: HistoryRetentionService,
  ) {}

  @Mutation(() => EraseFromHistoryPayload, { description: 'Takes a person\'s values out of the history for good: what was changed about them, where they are named, and from where they came.' })
  @Requires(auditPermissions.erase)
  async eraseFromHistory(@CurrentActor() actor: Actor, @Args('input', { description: 'Who, and why.' }) { kind, id, reason }: EraseFromHistoryInput): Promise<Partial<EraseFromHistoryPayload>> {
    return { events: await this.erasures.erase(actor, { subject: kind.toLowerCase() as PersonSubject, id }, reason) };
  }

  @Query(() => HistoryRetentionObject, { description: 'How long the history keeps the values it is made of.' })
  @Requires(auditPermissions.erase)
  historyRetention(@CurrentActor() actor: Actor): Promise<HistoryRetentionObject> {
    return this.retention.inForce(actor);
  }

  @Mutation(() => UpdateHistoryRetentionPayload, { description: 'Decides after how many days the history lets values go. Takes effect a day later.' })
  @Requires(auditPermissions.erase)
  async updateHistoryRetention(@CurrentActor() actor: Actor, @Args('input', { description: 'How long.' }) { version, days }: UpdateHistoryRetentionInput): Promise<Partial<UpdateHistoryRetentionPayload>> {
    return { retention: await this.retention.update(actor, version, days ?? null) };
  }
}
