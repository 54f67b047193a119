import Link from 'next/link';
import type { SecurityConcern, SecurityOverviewQuery } from '@/gql/security/security-monitor';
import { NumberText } from '@/ui';
import { HourChart } from './hour-chart';
import { barsOf, comparison, concerns, hourRange } from './security-words';

type Overview = SecurityOverviewQuery['securityOverview'];

/** How the audit log is opened: narrowed to kinds and a time; null for whoever may not read it. */
export type AuditLink = ((filters: { kind: readonly string[]; time?: string; person?: string; address?: string }) => string) | null;

/** One thing that is watched: how often, compared with the time before, hour by hour. */
export function ConcernCard({ overview, concern, link, now }: { overview: Overview; concern: SecurityConcern; link: AuditLink; now: Date }) {
  const total = overview.totals.find(({ key }) => key === concern);
  if (!total) return null;
  const { label, tone } = concerns[concern];
  const href = link?.({ kind: total.kinds }) ?? null;
  const figure = <NumberText value={total.count} className="tabular text-xl font-semibold" />;
  return (
    <li className="flex flex-col gap-3 rounded-lg border bg-raised p-4">
      <div className="flex flex-col gap-0.5">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="text-sm font-medium">{label}</h2>
          {href ? <Link href={href} aria-label={`${total.count} ${label.toLowerCase()}, open in the audit log`} className="rounded-sm hover:underline">{figure}</Link> : figure}
        </div>
        <p className="text-xs text-muted">{comparison(total.count, total.before, overview.hours)}</p>
      </div>
      <HourChart
        label={label} bars={barsOf(overview.perHour, concern, overview.hours, now)} href={href} alarming={tone === 'danger'}
        hrefOfHour={(at) => link?.({ kind: total.kinds, time: hourRange(at) }) ?? ''}
      />
    </li>
  );
}
