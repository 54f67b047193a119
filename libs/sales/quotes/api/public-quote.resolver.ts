import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { type QuoteAsShown, QuoteAcceptanceService } from '../quote-acceptance.service.js';
import { AcceptQuoteInput, DeclineQuoteInput, OpenQuoteInput } from './public-quote.inputs.js';
import { AcceptQuotePayload, DeclineQuotePayload, OpenQuotePayload, type PublicQuote } from './public-quote.object.js';

/** The client's page of a quote; the link is the authority. */
@Resolver()
export class PublicQuoteResolver {
  constructor(private readonly acceptance: QuoteAcceptanceService) {}

  @Mutation(() => OpenQuotePayload, { description: 'Shows the quote behind a link and notes that it was opened.' })
  @Public()
  async openQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The link.' }) input: OpenQuoteInput): Promise<OpenQuotePayload> {
    return { quote: present(await this.acceptance.open(actor, input.token)) };
  }

  @Mutation(() => AcceptQuotePayload, { description: 'Accepts the quote behind a link with a typed signature; this wins the deal.' })
  @Public()
  async acceptQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The acceptance.' }) input: AcceptQuoteInput): Promise<AcceptQuotePayload> {
    await this.acceptance.accept(actor, input);
    return { quote: present(await this.acceptance.open(actor, input.token)) };
  }

  @Mutation(() => DeclineQuotePayload, { description: 'Declines the quote behind a link.' })
  @Public()
  async declineQuote(@CurrentActor() actor: Actor, @Args('input', { description: 'The refusal.' }) input: DeclineQuoteInput): Promise<DeclineQuotePayload> {
    await this.acceptance.decline(actor, input);
    return { quote: present(await this.acceptance.open(actor, input.token)) };
  }
}

function present({ quote, lines, totals, organizationName, customerName, acceptedName }: QuoteAsShown): PublicQuote {
  const money = (amountMinor: string | bigint): { amountMinor: bigint; currency: string } => ({ amountMinor: BigInt(amountMinor), currency: quote.currency });
  return {
    number: quote.number, revision: quote.revision, version: quote.version, title: quote.title, status: quote.status, validUntil: quote.validUntil,
    open: ['SENT', 'VIEWED'].includes(quote.status) && quote.validUntil >= new Date().toISOString().slice(0, 10),
    terms: quote.terms, organizationName, customerName, acceptedName,
    lines: lines.map((line) => ({
      description: line.description, quantity: line.quantity, unitPrice: money(line.unitPriceMinor), discountBasisPoints: line.discountBasisPoints, net: money(line.netMinor),
    })),
    subtotal: money(totals.subtotal), discount: money(totals.discount), tax: money(totals.tax), total: money(quote.totalMinor),
  };
}
