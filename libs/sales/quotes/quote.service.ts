import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, Numbers, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { dealAccess, dealPermissions, DealRepository, dealSubject } from '@throughline/sales/deals';
import { type LineInput, type QuoteTotals, quoteTotals } from './quote-totals.js';
import { quotePermissions, quoteSubject } from './quote.policy.js';
import { quoteAccess, type QuoteLineRow, QuoteRepository, type QuoteRow } from './quote.repository.js';
import { quoteWorkflow } from './quote.workflow.js';

/** What a quote is made of. */
export interface QuoteContent {
  title: string;
  validUntil: string;
  terms?: string | null;
  discountBasisPoints: number;
  lines: (LineInput & { description: string; productId?: string | null })[];
}

/** Hash under which a public token is stored: the token itself is only ever in the client's link. */
export function publicTokenHash(token: string): Buffer {
  return createHash('sha256').update(`quote link ${token}`).digest();
}

/** Quotes on the agency's side: writing, sending, revising (QUO-02). */
@Injectable()
export class QuoteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: QuoteRepository,
    private readonly deals: DealRepository,
    private readonly numbers: Numbers,
  ) {}

  /** @throws AppError PRECONDITION_FAILED when the deal has no customer or is not open */
  create(actor: Actor, dealId: string, content: QuoteContent): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, dealId, 'dealId');
      authorize(actor, dealPermissions.read, dealSubject, dealAccess(deal), 'dealId');
      // Whoever owns the deal sells: who may write quotes on their own deals only may not do it on a colleague's.
      if (!allows(actor.ability, quotePermissions.create, { ...dealAccess(deal), sharedWithClient: false, state: 'DRAFT', amountMinor: price(content).totals.totalMinor.toString() })) {
        throw refuse('FORBIDDEN', 'You may not write quotes on this deal.', 'dealId');
      }
      if (deal.status !== 'OPEN') throw refuse('PRECONDITION_FAILED', 'Quotes are written on open deals. Reopen the deal first.', 'dealId');
      if (!deal.customerId) throw refuse('PRECONDITION_FAILED', 'A quote needs a customer. Choose the deal\'s customer first.', 'dealId');
      const owner = { departmentId: deal.departmentId, ownerId: actor.userId, customerId: deal.customerId, sharedWithClient: false };
      const number = await this.numbers.next(actor.organizationId, 'QUO');
      return this.store(work, { ...owner, number, revision: 1, dealId, currency: deal.currency }, content, 'quote.created');
    });
  }

  /** Replaces a draft's content. */
  update(actor: Actor, id: string, version: number, content: QuoteContent): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const quote = await this.quotes.lock(work, id);
      authorize(actor, quotePermissions.update, quoteSubject, quoteAccess(quote));
      quoteWorkflow.apply(quote.status, 'EDIT');
      const { rows, totals } = price(content);
      const before = { ...quote, lines: (await this.quotes.lines(work, id)).map(toldLine) };
      await this.quotes.update(work, id, version, columnValues({ ...factsOf(content), ...sumsOf(totals) }));
      await this.quotes.replaceLines(work, id, rows);
      const changes = fieldChanges(before, { ...factsOf(content), lines: rows.map(toldLine), totalMinor: totals.totalMinor.toString() });
      this.record(work, { ...quote, totalMinor: totals.totalMinor.toString() }, 'quote.updated', changes, quote);
      return id;
    });
  }

  /** Changes some of a draft's content; the rest stays. @throws AppError as `update` */
  change(actor: Actor, id: string, version: number, changes: Partial<QuoteContent>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const quote = await this.quotes.lock(work, id);
      return this.update(actor, id, version, { ...contentOf(quote, await this.quotes.lines(work, id)), ...changes });
    });
  }

  /**
   * Sends a draft: the client's link is made here and shown this once; other open quotes of the deal are superseded.
   *
   * @returns the quote's id and the token of its public page `/q/<token>`
   * @throws AppError PRECONDITION_FAILED without lines or past its validity
   */
  send(actor: Actor, id: string, version: number): Promise<{ id: string; token: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const quote = await this.quotes.lock(work, id);
      authorize(actor, quotePermissions.send, quoteSubject, quoteAccess(quote));
      const status = quoteWorkflow.apply(quote.status, 'SEND');
      if ((await this.quotes.lines(work, id)).length === 0) throw refuse('PRECONDITION_FAILED', 'Add at least one line before sending the quote.', 'lines');
      if (quote.validUntil < new Date().toISOString().slice(0, 10)) throw refuse('PRECONDITION_FAILED', 'The quote\'s validity lies in the past. Set a later date.', 'validUntil');
      const token = randomBytes(24).toString('base64url');
      await this.quotes.update(work, id, version, { status, sent_at: new Date(), shared_with_client: true, public_token_hash: publicTokenHash(token) });
      await this.quotes.supersedeOpen(work, quote.dealId, id);
      this.record(work, { ...quote, status, sharedWithClient: true }, 'quote.sent', { status: { before: quote.status, after: status } }, quote);
      return { id, token };
    });
  }

  /** Makes the next revision as a draft with the same content; the old one can no longer be accepted. */
  revise(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const quote = await this.quotes.lock(work, id);
      authorize(actor, quotePermissions.send, quoteSubject, quoteAccess(quote));
      const status = quoteWorkflow.apply(quote.status, 'REVISE');
      const lines = await this.quotes.lines(work, id);
      await this.quotes.update(work, id, version, { status });
      this.record(work, { ...quote, status }, 'quote.superseded', { status: { before: quote.status, after: status } }, quote);
      return this.store(work, { ...quote, revision: quote.revision + 1, sharedWithClient: false }, contentOf(quote, lines), 'quote.revised');
    });
  }

  private async store(
    work: Work,
    quote: Omit<QuoteRow, 'id' | 'version' | 'status' | 'title' | 'validUntil' | 'terms' | 'discountBasisPoints' | 'totalMinor'>,
    content: QuoteContent,
    kind: string,
  ): Promise<string> {
    const id = newId();
    const { rows, totals } = price(content);
    await insertRow(work, 'quote', {
      id, number: quote.number, revision: quote.revision, dealId: quote.dealId, customerId: quote.customerId, currency: quote.currency,
      ownerId: quote.ownerId, departmentId: quote.departmentId, ...factsOf(content), ...sumsOf(totals),
    });
    await this.quotes.replaceLines(work, id, rows);
    work.record({
      kind, subject: 'quote', subjectId: id, related: [quote.dealId, quote.customerId],
      access: { before: null, after: quoteAccess({ ...quote, status: 'DRAFT', totalMinor: totals.totalMinor.toString() }) },
      changes: { title: { before: null, after: content.title }, totalMinor: { before: null, after: totals.totalMinor.toString() } },
    });
    return id;
  }

  private record(work: Work, quote: QuoteRow, kind: string, changes: Record<string, { before: unknown; after: unknown }>, before: QuoteRow = quote): void {
    work.record({
      kind, subject: 'quote', subjectId: quote.id, related: [quote.dealId, quote.customerId],
      access: { before: quoteAccess(before), after: quoteAccess(quote) }, changes,
    });
  }
}

/** A line as events tell it: what somebody wrote, not what was counted from it. */
function toldLine({ netMinor: _net, productId, ...line }: QuoteLineRow): Record<string, unknown> {
  return { ...line, ...(productId ? { productId } : {}) };
}

/** Prices the lines of a content as they are stored. */
function price(content: QuoteContent): { rows: QuoteLineRow[]; totals: QuoteTotals } {
  const totals = quoteTotals(content.lines, content.discountBasisPoints);
  const rows = content.lines.map((line, index) => ({
    productId: line.productId ?? null, description: line.description, quantity: line.quantity, unitPriceMinor: line.unitPriceMinor.toString(),
    discountBasisPoints: line.discountBasisPoints, taxBasisPoints: line.taxBasisPoints, netMinor: (totals.lineNets[index] ?? 0n).toString(),
  }));
  return { rows, totals };
}

function factsOf(content: QuoteContent): Pick<QuoteRow, 'title' | 'validUntil' | 'terms' | 'discountBasisPoints'> {
  return { title: content.title, validUntil: content.validUntil, terms: content.terms ?? null, discountBasisPoints: content.discountBasisPoints };
}

function sumsOf({ subtotalMinor, discountMinor, taxMinor, totalMinor }: QuoteTotals): Omit<QuoteTotals, 'lineNets'> {
  return { subtotalMinor, discountMinor, taxMinor, totalMinor };
}

function contentOf(quote: QuoteRow, lines: QuoteLineRow[]): QuoteContent {
  return {
    title: quote.title, validUntil: quote.validUntil, terms: quote.terms, discountBasisPoints: quote.discountBasisPoints,
    lines: lines.map((line) => ({ ...line, unitPriceMinor: BigInt(line.unitPriceMinor) })),
  };
}
