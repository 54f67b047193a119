'use client';
import { cn } from '@/lib/cn';
import { formatBasisPoints, formatMoney, formatNumber } from '@/lib/format';
import { useLocale } from '@/lib/locale';

export interface MoneyTextProps {
  /** Minor units as a string ("123450" is 1,234.50 EUR). Null (hidden or unset) draws a dash. */
  amountMinor?: string | null;
  currency?: string | null;
  /** Or both in one, as the API's `Money` comes. */
  money?: { amountMinor: string; currency: string } | null;
  style?: 'full' | 'whole' | 'compact';
  className?: string;
}

/** An amount in the person's notation, tabular digits. */
export function MoneyText({ money, amountMinor = money?.amountMinor, currency = money?.currency, style = 'full', className }: MoneyTextProps) {
  const { locale } = useLocale();
  if (amountMinor === null || amountMinor === undefined || !currency) return <span className="text-faint">–</span>;
  // Server and browser may carry different editions of the locale data; either notation is right.
  return <span suppressHydrationWarning className={cn('tabular whitespace-nowrap', className)}>{formatMoney(amountMinor, currency, locale, style)}</span>;
}

/** A count or quantity with the locale's grouping, tabular digits. */
export function NumberText({ value, options, className }: { value: number | string | null | undefined; options?: Intl.NumberFormatOptions; className?: string }) {
  const { locale } = useLocale();
  if (value === null || value === undefined) return <span className="text-faint">–</span>;
  return <span suppressHydrationWarning className={cn('tabular', className)}>{formatNumber(value, locale, options)}</span>;
}

/** Basis points as a whole percentage, rounded down, tabular digits. */
export function PercentText({ basisPoints, className }: { basisPoints: number | null; className?: string }) {
  const { locale } = useLocale();
  return <span suppressHydrationWarning className={cn('tabular', className)}>{formatBasisPoints(basisPoints, locale)}</span>;
}
