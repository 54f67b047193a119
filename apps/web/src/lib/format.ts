/** Formatting through Intl. Amounts come as strings of minor units, because they may exceed what a number holds. */

/** How many minor digits a currency has (JPY 0, EUR 2, KWD 3). */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * `"1234567"`, `"EUR"` to `12.345,67 €` in a German locale. `compact` gives `12.3K`-style figures for boards and charts;
 * `whole` drops the fraction when it is zero. An unknown currency code is written as it is.
 */
export function formatMoney(amountMinor: string | bigint, currency: string, locale: string, style: 'full' | 'whole' | 'compact' = 'full'): string {
  const minor = BigInt(amountMinor);
  const digits = minorDigits(currency);
  const unit = 10n ** BigInt(digits);
  const sign = minor < 0n ? '-' : '';
  const abs = minor < 0n ? -minor : minor;
  const fraction = (abs % unit).toString().padStart(digits, '0');
  const decimal = `${sign}${abs / unit}${digits > 0 ? `.${fraction}` : ''}` as `${number}`;
  const whole = style === 'compact' || (style === 'whole' && abs % unit === 0n);
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency,
    ...(style === 'compact' ? { notation: 'compact', maximumFractionDigits: 1 } : whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
  };
  try {
    return new Intl.NumberFormat(locale, options).format(decimal);
  } catch {
    return `${decimal} ${currency}`;
  }
}

/** `"1,234.50"` typed by a person to `"123450"`; null when it is not an amount. Reads the locale's own separators. */
export function parseMoney(text: string, currency: string, locale: string): string | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  const point = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const plain = text.replaceAll(group, '').replace(/[\s\u00a0\u202f]/g, '').replace(point, '.');
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = match[3] ?? '';
  if (fraction.length > digits) return null;
  return (BigInt(`${match[1]}${match[2]}${fraction.padEnd(digits, '0')}`)).toString();
}

/** A plain number with the locale's grouping. */
export function formatNumber(value: number | bigint | string, locale: string, options?: Intl.NumberFormatOptions): string {
  const exact = typeof value === 'string' ? (value as `${number}`) : value;
  return new Intl.NumberFormat(locale, options).format(exact);
}

/** 6_250 basis points to `62 %`: rounded down, so that 100 % means done. Null is "no work yet". */
export function formatBasisPoints(basisPoints: number | null, locale: string): string {
  if (basisPoints === null) return '–';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(Math.floor(basisPoints / 100) / 100);
}

/** Done over total (integer strings; done is weight x completion, so 0 to total x 10,000) to basis points, rounded down. */
export function basisPointsOf(workDone: string, workTotal: string): number | null {
  const total = BigInt(workTotal);
  return total === 0n ? null : Number(BigInt(workDone) / total);
}

/** Minutes to `3h 20m`; below an hour `20m`. */
export function formatMinutes(minutes: number): string {
  const sign = minutes < 0 ? '-' : '';
  const abs = Math.abs(Math.round(minutes));
  const hours = Math.floor(abs / 60);
  const rest = abs % 60;
  return `${sign}${hours > 0 ? `${hours}h` : ''}${hours > 0 && rest > 0 ? ' ' : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 days ago`, `in 2 hours`, `just now`. */
export function formatRelative(date: Date, now: Date, locale: string): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(0, 'second');
}
