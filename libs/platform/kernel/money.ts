/** An amount in integer minor units (cents) of an ISO 4217 currency. Never a float (FIN-04). */
export interface Money {
  amountMinor: bigint;
  currency: string;
}

const BASIS = 10_000n;

/**
 * A share of an amount, rounded half away from zero to the minor unit.
 *
 * @param basisPoints 10,000 = 100 %
 */
export function shareOf(amountMinor: bigint, basisPoints: number): bigint {
  const product = amountMinor * BigInt(basisPoints);
  const half = product < 0n ? -BASIS / 2n : BASIS / 2n;
  return (product + half) / BASIS;
}
