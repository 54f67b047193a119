'use client';
import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { DepartmentPerformanceDocument, type DepartmentPerformanceQuery } from '@/gql/departments/departments';
import { toFailure } from '@/graphql';
import { formatNumber } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { useCan } from '@/session';
import { Button, Card, DateText, LoadingNotice, Segmented, Skeleton } from '@/ui';
import { hoursText, type PeriodDays, periodOf, PERIODS } from './performance-period';

type Figures = DepartmentPerformanceQuery['departmentPerformance'];

/** How a department with those below it did lately, and what lies before it (ORG-05); for those who may see its figures. */
export function PerformanceCard({ departmentId }: { departmentId: string }) {
  const allowed = useCan('departmentPerformance.read');
  const [days, setDays] = useState<PeriodDays>('30');
  const { from, to } = periodOf(days);
  const { data, previousData, error, refetch } = useQuery(DepartmentPerformanceDocument, { variables: { departmentId, from, to }, skip: !allowed, fetchPolicy: 'cache-and-network' });
  const figures = (data ?? previousData)?.departmentPerformance;
  const failure = error && !figures ? toFailure(error) : null;
  // Managers see the figures of their own departments only.
  if (!allowed || failure?.code === 'NOT_FOUND' || failure?.code === 'FORBIDDEN') return null;
  return (
    <Card title="Performance" actions={<Segmented label="Time" value={days} onValueChange={(value) => setDays(value as PeriodDays)} options={[...PERIODS]} />}>
      {failure ? <p role="alert" className="flex items-center gap-2 text-sm text-danger-text">{failure.message} <Button size="sm" onClick={() => void refetch()}>Try again</Button></p>
        : figures ? <FigureList figures={figures} />
        : <div aria-busy="true" className="grid grid-cols-2 gap-4 lg:grid-cols-4"><LoadingNotice what="figures" />{['a', 'b', 'c', 'd'].map((key) => <Skeleton key={key} className="h-12" />)}</div>}
    </Card>
  );
}

function FigureList({ figures }: { figures: Figures }) {
  const { locale } = useLocale();
  const share = (value: number | null): string | null => (value === null ? null : formatNumber(value, locale, { style: 'percent', maximumFractionDigits: 0 }));
  const load = share(figures.load);
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
        <Figure label="Tasks completed" value={formatNumber(figures.tasksCompleted, locale)} hint={`${formatNumber(figures.projectsDelivered, locale)} ${figures.projectsDelivered === 1 ? 'project' : 'projects'} delivered`} />
        <Figure label="On time" value={share(figures.onTimeShare)} hint="of what had a due date" none="Nothing had a due date" />
        <Figure label="Load" value={load} tone={figures.load !== null && figures.load > 1 ? 'text-danger-text' : undefined} hint={`${hoursText(figures.openMinutes)} open of ${hoursText(figures.capacityMinutes)}, ${figures.people} ${figures.people === 1 ? 'person' : 'people'}`} none="Nobody with working hours" />
        <Figure label="Satisfaction" value={share(figures.satisfaction)} hint="from clients’ answers" none="No answers yet" />
      </dl>
      <p className="text-xs text-muted">With the departments below it, <DateText value={figures.from} /> to <DateText value={figures.to} />.</p>
    </div>
  );
}

function Figure({ label, value, hint, none, tone }: { label: string; value: string | null; hint: ReactNode; none?: string; tone?: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="flex flex-col">
        <span className={`tabular text-lg font-semibold ${tone ?? ''}`}>{value ?? '–'}</span>
        <span className="text-xs text-muted">{value === null ? none : hint}</span>
      </dd>
    </div>
  );
}
