'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useLocale } from '@/lib/locale';
import { cn } from '@/lib/cn';
import type { HourBar } from './security-words';

const HEIGHT = 48;

/**
 * One bar an hour from zero up, on a scale of its own whose top is written beside it. Pointing at a bar tells the hour and a click opens
 * it; by keyboard the whole time opens.
 */
export function HourChart({ label, bars, href, hrefOfHour, alarming }: { label: string; bars: readonly HourBar[]; href: string | null; hrefOfHour: (at: string) => string; alarming: boolean }) {
  const { locale, timeZone } = useLocale();
  const [pointed, setPointed] = useState<number | null>(null);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const long = bars.length > 26;
  const when = (at: string) => new Intl.DateTimeFormat(locale, { ...(long ? { weekday: 'short' } : {}), hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
  const bar = pointed === null ? undefined : bars[pointed];
  const at = (event: React.MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length))));
  };
  const drawing = (
    <svg role="img" aria-label={`${label} per hour, at most ${most} in one hour`} viewBox={`0 0 ${bars.length} ${HEIGHT}`} preserveAspectRatio="none" className="block h-12 w-full">
      {bars.map(({ at: hour, count }, index) => {
        const height = count === 0 ? 0.75 : Math.max(2, (count / most) * HEIGHT);
        return <rect key={hour} x={index + 0.1} width={0.8} y={HEIGHT - height} height={height} className={cn(count === 0 ? 'fill-border-strong' : alarming ? 'fill-danger' : 'fill-chart-1', pointed !== null && pointed !== index && 'opacity-50')} />;
      })}
    </svg>
  );
  return (
    <div className="flex flex-col gap-1">
      {href ? <Link href={bar ? hrefOfHour(bar.at) : href} className="block rounded-sm" onMouseMove={at} onMouseLeave={() => setPointed(null)}>{drawing}</Link> : <div onMouseMove={at} onMouseLeave={() => setPointed(null)}>{drawing}</div>}
      <p aria-hidden className="tabular flex justify-between gap-2 text-2xs text-muted">
        {bar ? <span>{when(bar.at)}: {bar.count}</span> : <><span>{when(bars[0]?.at ?? '')}</span><span>at most {most} an hour</span><span>now</span></>}
      </p>
    </div>
  );
}
