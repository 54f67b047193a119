import type { Money } from '@throughline/platform/kernel';

/** A budget as the services take it: absent stays absent, null clears it. */
export function budgetOf(budget: Money | null | undefined): { budgetMinor?: bigint | null; currency?: string } {
  if (budget === undefined) return {};
  return budget === null ? { budgetMinor: null } : { budgetMinor: budget.amountMinor, currency: budget.currency };
}
