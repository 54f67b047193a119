import { shareOf } from '@throughline/platform/kernel';

/** A line as its author writes it. Prices in minor units, shares in basis points (10,000 = 100 %). */
export interface LineInput {
  /** Decimal text with at most two places: `1`, `2.5`. */
  quantity: string;
  unitPriceMinor: bigint;
  discountBasisPoints: number;
  taxBasisPoints: number;
}

export interface QuoteTotals {
  /** Net of each line after its own discount, in order. */
  lineNets: bigint[];
  subtotalMinor: bigint;
  /** What the discount on the whole quote takes off. */
  discountMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
}

/** A decimal quantity in hundredths: `2.5` is 250. The caller has checked its form. */
export function hundredths(quantity: string): bigint {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2) || '0');
}

/**
 * Adds a quote up (QUO-02). Each line is rounded to the minor unit on its own (half away from zero), the quote's discount
 * is taken from each line in proportion, tax is computed per line on what is left, so that the sum of the printed
 * lines is the printed total.
 */
export function quoteTotals(lines: readonly LineInput[], discountBasisPoints: number): QuoteTotals {
  const lineNets = lines.map((line) => {
    const gross = (hundredths(line.quantity) * line.unitPriceMinor + 50n) / 100n;
    return gross - shareOf(gross, line.discountBasisPoints);
  });
  const discounts = lineNets.map((net) => shareOf(net, discountBasisPoints));
  const taxes = lines.map((line, index) => shareOf((lineNets[index] ?? 0n) - (discounts[index] ?? 0n), line.taxBasisPoints));
  const sum = (values: bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
  const subtotalMinor = sum(lineNets);
  const discountMinor = sum(discounts);
  const taxMinor = sum(taxes);
  return { lineNets, subtotalMinor, discountMinor, taxMinor, totalMinor: subtotalMinor - discountMinor + taxMinor };
}
