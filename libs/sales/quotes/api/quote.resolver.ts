import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { quotePermissions } from '../quote.policy.js';
import { quoteRead } from '../quote.read.js';
import { QuoteService } from '../quote.service.js';
import { CreateQuoteInput, QuoteVersionInput, UpdateQuoteInput } from './quote.inputs.js';
import { QuoteObject } from './quote.object.js';
import { CreateQuotePayload, QuoteConnection, QuotesArgs, ReviseQuotePayload, SendQuotePayload, UpdateQuotePayload } from './quote.payloads.js';

/** Quotes for staff. */
@Resolver(() => QuoteObject)
export class QuoteResolver {
  constructor(
    private readonly quotes: QuoteService,
    private readonly reader: Reader,
  ) {}

  @Query(() => QuoteConnection, { name: 'quotes', description: 'The quotes you may see.' })
  @Requires(quotePermissions.read)
  @Reads(quoteRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: QuotesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, quoteRead, args, selectionOf(info));
  }

  @Query(() => QuoteObject, { name: 'quote', nullable: true, description: 'One quote.' })
  @Requires(quotePermissions.read)
  @Reads(quoteRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, quoteRead, id, selectionOf(info));
  }

  @Mutation(() => CreateQuotePayload, { description: 'Writes a draft quote on an open deal.' })
  @Requires(quotePermissions.create)
  async createQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The quote.' }) input: CreateQuoteInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.quotes.create(actor, input.dealId, input.content), info);
  }

  @Mutation(() => UpdateQuotePayload, { description: 'Replaces the content of a draft quote.' })
  @Requires(quotePermissions.update)
  async updateQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The quote.' }) input: UpdateQuoteInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.quotes.update(actor, input.id, input.version, input.content), info);
  }

  @Mutation(() => SendQuotePayload, { description: 'Sends a draft: makes the client\'s link. Takes no idempotency key, because it returns a secret.' })
  @Requires(quotePermissions.send)
  async sendQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The quote.' }) input: QuoteVersionInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, token } = await this.quotes.send(actor, input.id, input.version);
    return { ...(await this.answer(actor, id, info)), publicPath: `/q/${token}` };
  }

  @Mutation(() => ReviseQuotePayload, { description: 'Makes the next revision of a sent quote as a draft; the sent one can no longer be accepted.' })
  @Requires(quotePermissions.send)
  async reviseQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The quote.' }) input: QuoteVersionInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.quotes.revise(actor, input.id, input.version), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ quote: QuoteObject | null }> {
    return { quote: await this.reader.one(actor, quoteRead, id, selectionOf(info, 'quote')) };
  }
}
