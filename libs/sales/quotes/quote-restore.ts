import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { quotePermissions } from './quote.policy.js';
import { type QuoteContent, QuoteService } from './quote.service.js';

const restorable = defineRestorable(quotePermissions.update, ['title', 'validUntil', 'terms', 'discountBasisPoints', 'lines']);

/** What events hold of a line: amounts as text. */
type StoredLine = Omit<QuoteContent['lines'][number], 'unitPriceMinor'> & { unitPriceMinor: string };
type StoredContent = Partial<Omit<QuoteContent, 'lines'>> & { lines?: StoredLine[] };

/** Brings back earlier content of a draft quote (AUD-03); what was sent stays as it was sent. */
@Injectable()
@Restores(restorable)
export class RestoreQuote implements RestoresRecord {
  constructor(private readonly quotes: QuoteService) {}

  restore(actor: Actor, id: string, version: number, { lines, ...facts }: StoredContent): Promise<string> {
    return this.quotes.change(actor, id, version, { ...facts, ...(lines ? { lines: lines.map((line) => ({ ...line, unitPriceMinor: BigInt(line.unitPriceMinor) })) } : {}) });
  }
}
