import { userRead } from '@throughline/identity/users';
import { moveOffers } from '@throughline/platform/access';
import {
  bigIntFilter, connection, dateTimeFilter, defineRead, derived, enumFilter, extendRead, idFilter, many, money, one, type ReadModel, textFilter,
} from '@throughline/platform/read';
import { productRead } from '@throughline/sales/catalogue';
import { customerRead } from '@throughline/sales/customers';
import { dealRead } from '@throughline/sales/deals';
import { QuoteStatusEnum } from './api/quote-status.enum.js';
import { QuoteLineObject, QuoteObject } from './api/quote.object.js';
import { quotePermissions, quoteSubject } from './quote.policy.js';
import { quoteAccess } from './quote.repository.js';
import { type QuoteMove, quoteWorkflow, type QuoteStatus } from './quote.workflow.js';

const MOVE_PERMISSIONS = {
  EDIT: quotePermissions.update, SEND: quotePermissions.send, VIEW: quotePermissions.decide, ACCEPT: quotePermissions.decide,
  DECLINE: quotePermissions.decide, REVISE: quotePermissions.send,
} satisfies Record<QuoteMove, unknown>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const LINE_CURRENCY = '(SELECT q.currency FROM quote q WHERE q.organization_id = LINE.organization_id AND q.id = LINE.quote_id)';
const lineMoney = (amount: string) => (alias: string): string =>
  `json_build_object('amountMinor', ${alias}.${amount}::text, 'currency', ${LINE_CURRENCY.replaceAll('LINE', alias)})`;

export const quoteLineRead: ReadModel<QuoteLineObject> = defineRead({
  name: 'QuoteLine',
  object: () => QuoteLineObject,
  table: 'quote_line',
  fields: {
    unitPrice: { type: 'computed', kind: 'JSON', columns: ['unit_price_minor'], sql: lineMoney('unit_price_minor') },
    net: { type: 'computed', kind: 'JSON', columns: ['net_minor'], sql: lineMoney('net_minor') },
    quantity: { type: 'computed', kind: 'TEXT', columns: ['quantity'], sql: (alias) => `${alias}.quantity::text` },
    product: one(() => productRead, { local: 'product_id' }),
  },
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const quoteRead: ReadModel<QuoteObject> = defineRead({
  name: 'Quote',
  object: () => QuoteObject,
  subject: quoteSubject,
  fields: {
    subtotal: money('subtotal_minor'),
    discount: money('discount_minor'),
    tax: money('tax_minor'),
    total: money('total_minor'),
    lines: many(() => quoteLineRead, { foreign: 'quote_id' }),
    deal: one(() => dealRead, { local: 'deal_id' }),
    customer: one(() => customerRead, { local: 'customer_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
    allowedMoves: derived(['status', 'department_id', 'owner_id', 'customer_id', 'shared_with_client', 'total_minor', 'currency'], (row, actor) => moveOffers(
      actor,
      quoteAccess({
        departmentId: text(row['department_id']), ownerId: text(row['owner_id']), customerId: String(row['customer_id']), sharedWithClient: row['shared_with_client'] === true,
        status: row['status'] as QuoteStatus, totalMinor: typeof row['total_minor'] === 'number' ? String(row['total_minor']) : null,
        currency: text(row['currency']),
      }),
      quoteWorkflow, row['status'] as QuoteStatus, MOVE_PERMISSIONS,
    )),
  },
  filters: {
    status: enumFilter('QuoteStatus', () => QuoteStatusEnum),
    number: textFilter(),
    title: textFilter(),
    dealId: idFilter(),
    customerId: idFilter(),
    ownerId: idFilter(),
    totalMinor: bigIntFilter(),
    createdAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', number: 'text!', totalMinor: 'bigint!', validUntil: 'date!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_quote', fields: ['number', 'title'] },
});

extendRead(dealRead, { quotes: connection(() => quoteRead, { foreign: 'deal_id' }) });
extendRead(customerRead, { quotes: connection(() => quoteRead, { foreign: 'customer_id' }) });
