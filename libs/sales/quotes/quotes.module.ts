import { Module } from '@nestjs/common';
import { DealsModule } from '@throughline/sales/deals';
import { PublicQuoteResolver } from './api/public-quote.resolver.js';
import { CustomerQuotesResolver, DealQuotesResolver } from './api/quote-edges.resolver.js';
import { QuoteResolver } from './api/quote.resolver.js';
import { QuoteAcceptanceService } from './quote-acceptance.service.js';
import { QuoteRepository } from './quote.repository.js';
import { QuoteService } from './quote.service.js';
import { RestoreQuote } from './quote-restore.js';
import './quote.held.js';

/** Quotes and their acceptance (stage 3 of the nine). */
@Module({
  imports: [DealsModule],
  providers: [QuoteRepository, QuoteService, QuoteAcceptanceService, RestoreQuote, QuoteResolver, CustomerQuotesResolver, DealQuotesResolver, PublicQuoteResolver],
  exports: [QuoteService, QuoteAcceptanceService],
})
export class QuotesModule {}
