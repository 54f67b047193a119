import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { DealService } from '@throughline/sales/deals';
import { quoteAccess, type QuoteLineRow, QuoteRepository, type QuoteRow } from './quote.repository.js';
import { publicTokenHash } from './quote.service.js';
import { type QuoteMove, quoteWorkflow } from './quote.workflow.js';

/** What the client sees on the public page. */
export interface QuoteAsShown {
  quote: QuoteRow;
  lines: QuoteLineRow[];
  /** Minor units as decimal text. */
  totals: { subtotal: string; discount: string; tax: string };
  organizationName: string;
  customerName: string | null;
  acceptedName: string | null;
}

/**
 * The client's side of a quote, reached by the secret link: view, accept with a typed signature, decline (QUO-03).
 * Accepting wins the deal in the same transaction.
 */
@Injectable()
export class QuoteAcceptanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: QuoteRepository,
    private readonly deals: DealService,
  ) {}

  /**
   * Shows the quote in whatever state it is and notes the first view. Drafts have no link. Repeating it is harmless, so it takes
   * no idempotency key: one that came with an acceptance belongs to that.
   */
  open(actor: Actor, token: string): Promise<QuoteAsShown> {
    const { idempotency: _taken, ...request } = actor.request;
    return this.withQuote({ ...actor, request }, token, async (work, found) => {
      if (found.status === 'SENT') await this.decide(work, found, 'VIEW', { viewed_at: new Date() }, 'quote.viewed');
      const quote = found.status === 'SENT' ? await this.quotes.lock(work, found.id) : found;
      const facts = await this.quotes.factsForClient(work, quote.id);
      return { quote, lines: await this.quotes.lines(work, quote.id), ...facts };
    });
  }

  /**
   * Accepts: stores name, time, address, browser and the hash of what was shown, and wins the deal.
   *
   * @param version the quote's version the page showed, so that nobody signs what they did not see
   * @throws AppError PRECONDITION_FAILED when expired, ILLEGAL_TRANSITION when already decided or superseded, CONFLICT
   */
  accept(actor: Actor, input: { token: string; version: number; name: string }): Promise<string> {
    return this.withQuote(actor, input.token, async (work, quote) => {
      quoteWorkflow.apply(quote.status, 'ACCEPT');
      if (quote.validUntil < new Date().toISOString().slice(0, 10)) {
        throw refuse('PRECONDITION_FAILED', `This quote was valid until ${quote.validUntil}. Ask for a new one.`, 'token');
      }
      const hash = contentHash(quote, await this.quotes.lines(work, quote.id));
      await this.decide(work, quote, 'ACCEPT', {
        decided_at: new Date(), accepted_name: input.name, accepted_address: actor.request.address,
        accepted_user_agent: actor.request.userAgent, accepted_hash: hash,
      }, 'quote.accepted', input.version);
      await this.deals.winByAcceptance(work, quote.dealId, `Quote ${quote.number} accepted by ${input.name}`);
      return quote.id;
    });
  }

  decline(actor: Actor, input: { token: string; version: number; reason: string }): Promise<string> {
    return this.withQuote(actor, input.token, async (work, quote) => {
      await this.decide(work, quote, 'DECLINE', { decided_at: new Date(), decline_reason: input.reason }, 'quote.declined', input.version);
      return quote.id;
    });
  }

  /** Finds the quote behind a link and works on it as a stranger of its organization. */
  private async withQuote<T>(actor: Actor, token: string, body: (work: Work, quote: QuoteRow) => Promise<T>): Promise<T> {
    const found = await this.unitOfWork.lookUp<{ organizationId: string; quoteId: string }>(
      'SELECT organization_id AS "organizationId", quote_id AS "quoteId" FROM app.quote_by_token($1)', [publicTokenHash(token)],
    );
    if (!found) throw notFound('quote', 'token');
    const stranger: Actor = { ...actor, organizationId: found.organizationId, userId: null, sessionId: null, tier: 'PUBLIC' };
    return this.unitOfWork.run(stranger, async (work) => body(work, await this.quotes.lock(work, found.quoteId)));
  }

  private async decide(work: Work, quote: QuoteRow, move: QuoteMove, values: Record<string, unknown>, kind: string, version = quote.version): Promise<void> {
    const status = quoteWorkflow.apply(quote.status, move);
    await this.quotes.update(work, quote.id, version, { status, ...values });
    work.record({
      kind, subject: 'quote', subjectId: quote.id, related: [quote.dealId, quote.customerId],
      access: { before: quoteAccess(quote), after: quoteAccess({ ...quote, status }) }, changes: { status: { before: quote.status, after: status } },
    });
  }
}

/** SHA-256 (hex) over everything the client saw, in a fixed order: the evidence of what was signed. */
export function contentHash(quote: QuoteRow, lines: readonly QuoteLineRow[]): string {
  const shown = [
    quote.number, quote.revision, quote.title, quote.currency, quote.validUntil, quote.terms, quote.discountBasisPoints, quote.totalMinor,
    ...lines.map((line) => [line.description, line.quantity, line.unitPriceMinor, line.discountBasisPoints, line.taxBasisPoints, line.netMinor]),
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
