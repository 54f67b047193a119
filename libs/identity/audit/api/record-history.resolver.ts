import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, SignedIn } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { type HistoryPage, RecordHistoryService } from '../history/record-history.service.js';
import { RestoreService } from '../restore/restore.service.js';
import { RecordHistoryObject, RestoreRecordFieldsInput, RestoreRecordFieldsPayload } from './record-history.object.js';

@Resolver(() => RecordHistoryObject)
export class RecordHistoryResolver {
  constructor(
    private readonly history: RecordHistoryService,
    private readonly restores: RestoreService,
  ) {}

  @Query(() => RecordHistoryObject, { description: 'What happened to a record, for everybody who may read it.' })
  @SignedIn()
  recordHistory(
    @CurrentActor() actor: Actor,
    @Args('subject', { type: () => String, description: 'What kind of record: "lead", "task".' }) subject: string,
    @Args('id', { type: () => ID, description: 'The record.' }) id: string,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Entries of the page, at most 100.' }) first: number,
    @Args('before', { type: () => ID, nullable: true, description: 'Only entries older than the one with this number.' }) before?: string | null,
  ): Promise<HistoryPage> {
    return this.history.of(actor, subject, id, { first, before: before ?? null });
  }

  @Mutation(() => RestoreRecordFieldsPayload, { description: 'Gives fields of a record the values they had before an entry of its history, by the rules of editing it.' })
  @SignedIn()
  async restoreRecordFields(@CurrentActor() actor: Actor, @Args('input', { description: 'Which values.' }) input: RestoreRecordFieldsInput): Promise<Partial<RestoreRecordFieldsPayload>> {
    return { id: await this.restores.restore(actor, input) };
  }
}
