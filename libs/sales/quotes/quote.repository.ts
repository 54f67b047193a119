import { Injectable } from '@nestjs/common';
import { type AccessColumns, type ColumnValues, lockRow, updateVersioned, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { QuoteStatus } from './quote.workflow.js';

/** A quote as the rules need it; amounts as decimal text (bigint). */
export interface QuoteRow {
  id: string;
  version: number;
  number: string;
  revision: number;
  dealId: string;
  customerId: string;
  title: string;
  status: QuoteStatus;
  currency: string;
  validUntil: string;
  terms: string | null;
  discountBasisPoints: number;
  totalMinor: string;
  sharedWithClient: boolean;
  ownerId: string | null;
  departmentId: string | null;
}

/** A line as it is stored and shown. */
export interface QuoteLineRow {
  productId: string | null;
  description: string;
  quantity: string;
  unitPriceMinor: string;
  discountBasisPoints: number;
  taxBasisPoints: number;
  netMinor: string;
}

const QUOTE = {
  table: 'quote',
  label: 'quote',
  fields: ['id', 'version', 'number', 'revision', 'dealId', 'customerId', 'title', 'status', 'currency', 'validUntil::text', 'terms', 'discountBasisPoints', 'totalMinor', 'sharedWithClient', 'ownerId', 'departmentId'],
};

/** The access columns of a quote, for permission checks and events. */
export function quoteAccess(quote: Pick<QuoteRow, 'departmentId' | 'ownerId' | 'customerId' | 'sharedWithClient' | 'status'> & { totalMinor: string | null; currency: string | null }): AccessColumns {
  const { departmentId, ownerId, customerId, sharedWithClient, status, totalMinor, currency } = quote;
  return { departmentId, ownerId, customerId, sharedWithClient, state: status, amountMinor: totalMinor, currency };
}

/** All SQL that writes quotes. */
@Injectable()
export class QuoteRepository {
  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string): Promise<QuoteRow> {
    return lockRow<QuoteRow>(work, QUOTE, id);
  }

  async lines(work: Work, quoteId: string): Promise<QuoteLineRow[]> {
    return work.query<QuoteLineRow>(
      `SELECT product_id AS "productId", description, quantity::text, unit_price_minor AS "unitPriceMinor",
              discount_basis_points AS "discountBasisPoints", tax_basis_points AS "taxBasisPoints", net_minor AS "netMinor"
       FROM quote_line WHERE organization_id = $1 AND quote_id = $2 ORDER BY position`,
      [work.actor.organizationId, quoteId],
    );
  }

  /** What the client's page shows besides the quote and its lines. */
  async factsForClient(work: Work, quoteId: string): Promise<{
    totals: { subtotal: string; discount: string; tax: string }; organizationName: string; customerName: string | null; acceptedName: string | null;
  }> {
    const [row] = await work.query<{ subtotal: string; discount: string; tax: string; organizationName: string; customerName: string | null; acceptedName: string | null }>(
      `SELECT q.subtotal_minor AS subtotal, q.discount_minor AS discount, q.tax_minor AS tax, o.name AS "organizationName",
              c.name AS "customerName", q.accepted_name AS "acceptedName"
       FROM quote q JOIN organization o ON o.id = q.organization_id
       LEFT JOIN customer c ON c.organization_id = q.organization_id AND c.id = q.customer_id
       WHERE q.organization_id = $1 AND q.id = $2`,
      [work.actor.organizationId, quoteId],
    );
    if (!row) throw notFound('quote', 'token');
    const { subtotal, discount, tax, ...facts } = row;
    return { totals: { subtotal, discount, tax }, ...facts };
  }

  async update(work: Work, id: string, version: number, values: ColumnValues): Promise<void> {
    await updateVersioned(work, 'quote', 'quote', id, version, values);
  }

  /** Puts these lines in place of the quote's lines, in one statement each. */
  async replaceLines(work: Work, quoteId: string, lines: readonly QuoteLineRow[]): Promise<void> {
    await work.query('DELETE FROM quote_line WHERE organization_id = $1 AND quote_id = $2', [work.actor.organizationId, quoteId]);
    if (lines.length === 0) return;
    await work.query(
      `INSERT INTO quote_line (id, organization_id, quote_id, position, product_id, description, quantity, unit_price_minor,
                               discount_basis_points, tax_basis_points, net_minor)
       SELECT l.id, $1, $2, l.position, l."productId", l.description, l.quantity, l."unitPriceMinor",
              l."discountBasisPoints", l."taxBasisPoints", l."netMinor"
       FROM jsonb_to_recordset($3::jsonb) AS l(id uuid, position integer, "productId" uuid, description text, quantity numeric,
         "unitPriceMinor" bigint, "discountBasisPoints" integer, "taxBasisPoints" integer, "netMinor" bigint)`,
      [work.actor.organizationId, quoteId, JSON.stringify(lines.map((line, index) => ({ ...line, id: newId(), position: index + 1 })))],
    );
  }

  /** Takes earlier revisions that the client could still accept out of the way. */
  async supersedeOpen(work: Work, dealId: string, exceptId: string): Promise<void> {
    await work.execute(
      `UPDATE quote SET status = 'SUPERSEDED', version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND deal_id = $2 AND id <> $3 AND status IN ('SENT', 'VIEWED')`,
      [work.actor.organizationId, dealId, exceptId],
    );
  }
}
