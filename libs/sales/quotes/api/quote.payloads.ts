import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { quoteRead } from '../quote.read.js';
import { QuoteObject } from './quote.object.js';

@ObjectType({ description: 'A page of quotes.' })
export class QuoteConnection extends Connection(QuoteObject, 'Quote') {}

@ArgsType()
export class QuotesArgs extends ReadArgs(quoteRead) {}

@ObjectType({ isAbstract: true })
abstract class QuotePayload extends MutationPayload {
  @Field(() => QuoteObject, { nullable: true, description: 'The quote; null when something was refused.' })
  quote?: QuoteObject | null;
}

@ObjectType({ description: 'The new draft.' })
export class CreateQuotePayload extends QuotePayload {}

@ObjectType({ description: 'The draft after the edit.' })
export class UpdateQuotePayload extends QuotePayload {}

@ObjectType({ description: 'The next revision, a draft.' })
export class ReviseQuotePayload extends QuotePayload {}

@ObjectType({ description: 'The sent quote and the client\'s link to it.' })
export class SendQuotePayload extends MutationPayload {
  @Field(() => QuoteObject, { nullable: true, description: 'The quote; null when something was refused.' })
  quote?: QuoteObject | null;

  @Field(() => String, { nullable: true, description: 'Path of the client\'s page, /q/<token>. It is shown only this once.' })
  publicPath?: string | null;
}
