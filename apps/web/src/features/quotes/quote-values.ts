import type { QuoteContentInput, QuoteFactsFragment } from '@/gql/quotes/quotes';
import type { Option } from '@/ui';

/** A line as the form holds it; amounts are minor units as text. */
export interface LineValues {
  product: Option | null;
  description: string;
  quantity: string;
  unitPriceMinor: string | null;
  discountPercent: string;
  taxPercent: string;
}

export interface QuoteValues {
  title: string;
  validUntil: string | null;
  terms: string;
  discountPercent: string;
  lines: LineValues[];
}

export const emptyLine: LineValues = { product: null, description: '', quantity: '1', unitPriceMinor: null, discountPercent: '', taxPercent: '' };

/** `7.5` percent is 750 basis points; empty is none. */
export function basisPoints(percent: string): number {
  return percent.trim() === '' ? 0 : Math.round(Number(percent.replace(',', '.')) * 100);
}

const percentText = (points: number): string => (points === 0 ? '' : String(points / 100));

/** A day this many days from now, as the form and the API write it. */
export function dayFromNow(days: number, now: Date = new Date()): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export function newQuote(title: string): QuoteValues {
  return { title, validUntil: dayFromNow(30), terms: '', discountPercent: '', lines: [emptyLine] };
}

export function valuesOf(quote: QuoteFactsFragment): QuoteValues {
  return {
    title: quote.title, validUntil: quote.validUntil, terms: quote.terms ?? '', discountPercent: percentText(quote.discountBasisPoints),
    lines: quote.lines.map((line) => ({
      product: line.product ? { value: line.product.id, label: line.product.name } : null, description: line.description, quantity: String(Number(line.quantity)),
      unitPriceMinor: line.unitPrice.amountMinor, discountPercent: percentText(line.discountBasisPoints), taxPercent: percentText(line.taxBasisPoints),
    })),
  };
}

export function contentOf(values: QuoteValues): QuoteContentInput {
  return {
    title: values.title.trim(), validUntil: values.validUntil ?? '', terms: values.terms.trim() || null, discountBasisPoints: basisPoints(values.discountPercent),
    lines: values.lines.map((line) => ({
      description: line.description.trim(), quantity: line.quantity.trim().replace(',', '.'), unitPriceMinor: line.unitPriceMinor ?? '0',
      discountBasisPoints: basisPoints(line.discountPercent), taxBasisPoints: basisPoints(line.taxPercent), productId: line.product?.value ?? null,
    })),
  };
}
