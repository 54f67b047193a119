import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentActor, SignedIn } from '../../access/index.js';
import type { Actor } from '../../kernel/index.js';
import type { ChangeIterator } from './change-iterator.js';
import { RecordChange } from './record-change.object.js';
import { RecordChanges } from './record-changes.service.js';

const description = `What happens to the records you may see, in order and once each. Without \`after\` it starts now and first tells the
present position; with \`after\` (the last position you saw) it first brings everything since. Load what you show after the first message.`;

@Resolver()
export class RecordChangesResolver {
  constructor(private readonly changes: RecordChanges) {}

  @Subscription(() => RecordChange, { description })
  @SignedIn()
  async recordChanges(
    @CurrentActor() actor: Actor,
    @Args('subjects', { type: () => [String], nullable: true, description: 'Only records of these kinds: `project`, `task`.' }) subjects?: string[],
    @Args('recordId', { type: () => ID, nullable: true, description: 'Only this record, what belongs to it, and its progress.' }) recordId?: string,
    @Args('after', { type: () => String, nullable: true, description: 'The last position you saw.' }) after?: string,
  ): Promise<ChangeIterator> {
    return this.changes.open(actor, { subjects, recordId, after });
  }
}
