import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../kernel/index.js';
import { Reader, Reads, selectionOf } from '../../read/index.js';
import { OutboxService } from '../outbox.service.js';
import { outgoingMailPermissions } from '../outgoing-mail.policy.js';
import { outgoingMailRead } from '../outgoing-mail.read.js';
import { OutgoingMailBodyObject, OutgoingMailObject } from './outgoing-mail.object.js';
import { OutgoingMailConnection, OutgoingMailsArgs, RetryOutgoingMailInput, RetryOutgoingMailPayload } from './outgoing-mail.payloads.js';

/** The outbox: what the product sends by mail. */
@Resolver(() => OutgoingMailObject)
export class OutgoingMailResolver {
  constructor(
    private readonly outbox: OutboxService,
    private readonly reader: Reader,
  ) {}

  @Query(() => OutgoingMailConnection, { name: 'outgoingMails', description: 'Mail that was sent, waits or failed.' })
  @Requires(outgoingMailPermissions.read)
  @Reads(outgoingMailRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: OutgoingMailsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, outgoingMailRead, args, selectionOf(info));
  }

  @Query(() => OutgoingMailObject, { name: 'outgoingMail', nullable: true, description: 'One outgoing mail.' })
  @Requires(outgoingMailPermissions.read)
  @Reads(outgoingMailRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, outgoingMailRead, id, selectionOf(info));
  }

  @Query(() => OutgoingMailBodyObject, {
    nullable: true,
    description: 'The text of a mail that is kept here because this installation has no mail server; who opened it is recorded. Elsewhere texts are sealed for good.',
  })
  @Requires(outgoingMailPermissions.open)
  outgoingMailBody(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The mail\'s id.' }) id: string): Promise<OutgoingMailBodyObject> {
    return this.outbox.body(actor, id);
  }

  @Mutation(() => RetryOutgoingMailPayload, { description: 'Sends a mail again that failed or was kept.' })
  @Requires(outgoingMailPermissions.retry)
  async retryOutgoingMail(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RetryOutgoingMailInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const id = await this.outbox.retry(actor, input.id, input.version);
    return { outgoingMail: await this.reader.one(actor, outgoingMailRead, id, selectionOf(info, 'outgoingMail')) };
  }
}
