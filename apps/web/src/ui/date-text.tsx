'use client';
import { useEffect, useState } from 'react';
import { formatRelative } from '@/lib/format';
import { useLocale } from '@/lib/locale';

const STYLES = {
  date: { dateStyle: 'medium' },
  'date-time': { dateStyle: 'medium', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  day: { day: 'numeric', month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export interface DateTextProps {
  /** An ISO instant, or a plain `YYYY-MM-DD` (then no zone is applied). Null draws `fallback`. */
  value: string | null | undefined;
  /** `relative` is "3 days ago" with the exact time as title. */
  format?: keyof typeof STYLES | 'relative';
  fallback?: string;
  className?: string;
}

/** A date in the person's locale and zone, as a `<time>`. */
export function DateText({ value, format = 'date', fallback = '–', className }: DateTextProps) {
  const { locale, timeZone } = useLocale();
  const [now, setNow] = useState<Date | null>(null);
  const relative = format === 'relative';
  useEffect(() => {
    if (!relative) return undefined;
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, [relative]);
  if (!value) return <span className="text-faint">{fallback}</span>;
  const plainDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = new Date(plainDay ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(date.getTime())) return <span className="text-faint">{fallback}</span>;
  const zone = plainDay ? 'UTC' : timeZone;
  const exact = new Intl.DateTimeFormat(locale, { ...(plainDay ? STYLES.date : STYLES['date-time']), timeZone: zone }).format(date);
  const text = relative ? (now ? formatRelative(date, now, locale) : exact) : new Intl.DateTimeFormat(locale, { ...STYLES[format], timeZone: zone }).format(date);
  return (
    <time dateTime={value} title={exact} className={className} suppressHydrationWarning>
      {text}
    </time>
  );
}
