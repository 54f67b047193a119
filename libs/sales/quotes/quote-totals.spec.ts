import fc from 'fast-check';
import { hundredths, quoteTotals } from './quote-totals.js';

const line = (quantity: string, unitPriceMinor: bigint, discountBasisPoints = 0, taxBasisPoints = 0) =>
  ({ quantity, unitPriceMinor, discountBasisPoints, taxBasisPoints });

describe('quoteTotals', () => {
  it('adds lines, discounts and tax to the cent', () => {
    expect(quoteTotals([line('2.5', 1999n), line('1', 10_000n, 1_000, 2_000)], 500)).toEqual({
      lineNets: [4998n, 9000n],
      subtotalMinor: 13_998n,
      discountMinor: 700n,
      taxMinor: 1710n,
      totalMinor: 15_008n,
    });
  });

  it('is zero for no lines', () => {
    expect(quoteTotals([], 500).totalMinor).toBe(0n);
  });

  it.each([['1', 100n], ['2.5', 250n], ['0.05', 5n], ['12.34', 1234n]])('reads %s as %d hundredths', (text, expected) => {
    expect(hundredths(text)).toBe(expected);
  });

  it('never goes below zero and always equals its parts', () => {
    const lines = fc.array(fc.record({
      quantity: fc.integer({ min: 1, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
      unitPriceMinor: fc.bigInt({ min: 0n, max: 10_000_000n }),
      discountBasisPoints: fc.integer({ min: 0, max: 10_000 }),
      taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    }), { maxLength: 20 });
    fc.assert(fc.property(lines, fc.integer({ min: 0, max: 10_000 }), (items, discount) => {
      const totals = quoteTotals(items, discount);
      expect(totals.totalMinor).toBe(totals.subtotalMinor - totals.discountMinor + totals.taxMinor);
      expect(totals.totalMinor >= 0n).toBe(true);
      expect(totals.lineNets.reduce((sum, net) => sum + net, 0n)).toBe(totals.subtotalMinor);
    }));
  });
});
