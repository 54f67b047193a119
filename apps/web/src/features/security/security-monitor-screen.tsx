'use client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { SecurityEventsDocument, SecurityOverviewDocument, type SecurityOverviewQuery } from '@/gql/security/security-monitor';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, Segmented, Skeleton } from '@/ui';
import { auditHref } from '../audit/audit-words';
import { type AuditLink, ConcernCard } from './concern-card';
import { QuietConcerns } from './quiet-concerns';
import { SecurityLatest } from './security-latest';
import { SecuritySources } from './security-sources';
import { SecurityThresholds } from './security-thresholds';
import { concernKeys } from './security-words';

const SPANS = [{ value: '24', label: '24 hours' }, { value: '168', label: '7 days' }] as const;
/** Many events in one moment are one reload. */
const SETTLE_MS = 800;

/** What threatens the organization now: how often, from whom, from where; live. Every figure opens the audit log. */
export function SecurityMonitorScreen() {
  const span = useSearchParams().get('span') === '7d' ? '168' : '24';
  const overview = useQuery(SecurityOverviewDocument, { variables: { hours: Number(span) }, fetchPolicy: 'cache-and-network' });
  const shown = (overview.data ?? overview.previousData)?.securityOverview;
  const mayAudit = useCan('audit.read');
  const kinds = useMemo(() => shown?.totals.flatMap((total) => total.kinds) ?? [], [shown]);
  const latest = useQuery(SecurityEventsDocument, { variables: { kinds }, skip: !mayAudit || kinds.length === 0, fetchPolicy: 'cache-and-network' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [asked, setAsked] = useState(() => new Date());
  const again = () => {
    setAsked(new Date());
    void overview.refetch();
    if (kinds.length > 0 && mayAudit) void latest.refetch();
  };
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(again, SETTLE_MS);
  };
  useRecordChanges({ subjects: ['security'], onChange: soon, onResync: soon });
  const failure = overview.error && !shown ? toFailure(overview.error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  return (
    <>
      <PageHeader
        title="Security monitor"
        actions={<Segmented label="Time shown" value={span} options={SPANS} onValueChange={(next) => window.history.replaceState(null, '', next === '168' ? '?span=7d' : window.location.pathname)} />}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pt-2 pb-10 md:px-5">
        {failure ? <ErrorState title="The figures could not be loaded" text={failure.message} reference={failure.requestId} onRetry={again} /> : null}
        {shown ? <Figures overview={shown} mayAudit={mayAudit} now={asked} /> : failure ? null : <FiguresSkeleton />}
        {/* Below the figures, with them: nothing is pushed down. */}
        {failure || !shown ? null : (
          <div className="grid gap-4 lg:grid-cols-2">
            {mayAudit ? <SecurityLatest events={latest.data?.auditEvents.nodes ?? null} href={auditHref({ kind: kinds })} /> : null}
            <SecurityThresholds />
          </div>
        )}
      </div>
    </>
  );
}

/** @param now the moment that was asked: its hour is the last bar */
function Figures({ overview, mayAudit, now }: { overview: SecurityOverviewQuery['securityOverview']; mayAudit: boolean; now: Date }) {
  const since = `${new Date(now.getTime() - overview.hours * 3_600_000).toISOString()}..`;
  const link: AuditLink = mayAudit ? (filters) => auditHref({ time: since, ...filters }) : null;
  const countOf = (key: string) => overview.totals.find((total) => total.key === key)?.count ?? 0;
  return (
    <>
      <ul aria-label="What happened" className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {concernKeys.filter((key) => countOf(key) > 0).map((key) => <ConcernCard key={key} overview={overview} concern={key} link={link} now={now} />)}
      </ul>
      <QuietConcerns overview={overview} />
      <SecuritySources overview={overview} link={link} />
    </>
  );
}

function FiguresSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <LoadingNotice what="figures" />
      {[0, 1, 2].map((card) => <div key={card} className="flex flex-col gap-3 rounded-lg border p-4"><Skeleton className="w-1/2" /><Skeleton className="h-12 w-full" /></div>)}
    </div>
  );
}
