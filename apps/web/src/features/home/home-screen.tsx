'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactNode, useCallback, useState } from 'react';
import { DashboardDocument, type DashboardQuery } from '@/gql/home/dashboard';
import { toFailure, useRecordChanges } from '@/graphql';
import { useCan, useViewer } from '@/session';
import { DateText, ErrorState, LoadingNotice, MoneyText, NumberText, Skeleton } from '@/ui';
import { projectStatusLabel } from '../projects/project-words';
import { ticketStatusLabel } from '../tickets/ticket-words';

// After the first paint.
const YourPlaces = dynamic(() => import('./your-places').then((module) => module.YourPlaces), { ssr: false });
const AlertPanel = dynamic(() => import('../notifications/alert-panel').then((module) => module.AlertPanel), { ssr: false });
const TeamCard = dynamic(() => import('../activity/team-card').then((module) => module.TeamCard), { ssr: false });

type Figures = DashboardQuery['dashboard'];

const LEAD_WORDS: Readonly<Record<string, string>> = { NEW: 'New', CONTACTED: 'Contacted', QUALIFIED: 'Qualified', CONVERTED: 'Converted', LOST: 'Lost', DISQUALIFIED: 'Disqualified' };
/** States that need nobody any more stay off the home screen. */
const FINISHED = new Set(['CONVERTED', 'LOST', 'DISQUALIFIED', 'CLOSED', 'REJECTED', 'CANCELLED', 'RESOLVED']);

/** The first page of the workspace: what waits for you, and how the organization stands as far as you see it. */
export function HomeScreen() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(DashboardDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch();
  useRecordChanges({ subjects: ['lead', 'deal', 'ticket', 'project', 'task'], onChange: again, onResync: again });
  const figures = data?.dashboard;
  const alerted = useCan('notification.read');
  /** What needs attention stands above the figures: they come together, so that nothing is pushed down under somebody's finger. */
  const [alertsKnown, setAlertsKnown] = useState(!alerted);
  const onTold = useCallback(() => setAlertsKnown(true), []);
  const ready = figures !== undefined && alertsKnown;
  const told = useCan('teamActivity.read');
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 overflow-y-auto px-4 py-6 md:px-8 md:py-8">
      <header className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">Hello, {viewer.name.split(' ')[0]}</h1>
        <p className="text-sm text-muted">{viewer.roles.map((role) => role.name).join(', ') || 'No role yet'} at {viewer.organization.name}{figures ? <>. Figures of <DateText value={figures.asOf} format="time" /></> : null}</p>
      </header>
      {alerted ? <AlertPanel shown={ready || Boolean(error)} onTold={onTold} /> : null}
      {error && !figures ? <ErrorState text={toFailure(error).message} onRetry={again} /> : null}
      {ready ? <Cards figures={figures} userId={viewer.id} /> : error ? null : (
        <div aria-busy="true" className="grid gap-4 md:grid-cols-2 xl:grid-cols-3"><LoadingNotice what="figures" />{[0, 1, 2, 3].map((card) => <Skeleton key={card} className="h-44 w-full" />)}</div>
      )}
      {told && ready ? <TeamCard /> : null}
    </div>
  );
}

function Cards({ figures, userId }: { figures: Figures; userId: string }) {
  const { myTasks, leads, deals, wonThisMonth, tickets, projects } = figures;
  const works = useCan('task.work');
  const mine = myTasks ? myTasks.overdue + myTasks.today + myTasks.thisWeek + myTasks.later : 0;
  if (!deals && !leads && !tickets && !projects && !(works && myTasks)) {
    return <YourPlaces />;
  }
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {myTasks && works && mine === 0 ? <Card title="My work" href="/my-work"><Nothing>Nothing is waiting for you.</Nothing></Card> : null}
      {myTasks && mine > 0 ? (
        <Card title="My work" href="/my-work">
          <Line label="Overdue" href="/my-work?when=overdue" tone={myTasks.overdue > 0 ? 'text-danger-text' : undefined}><NumberText value={myTasks.overdue} /></Line>
          <Line label="Today" href="/my-work?when=today"><NumberText value={myTasks.today} /></Line>
          <Line label="Next 7 days" href="/my-work?when=week"><NumberText value={myTasks.thisWeek} /></Line>
          <Line label="Later" href="/my-work?when=later"><NumberText value={myTasks.later} /></Line>
        </Card>
      ) : null}
      {deals ? (
        <Card title="Open deals" href="/deals" aside={wonThisMonth ? <>Won this month: <MoneyText money={wonThisMonth} style="whole" className="font-medium text-text" /></> : null}>
          {deals.length === 0 ? <Nothing>No open deals.</Nothing> : deals.map((stage) => (
            <Line key={stage.stage} label={stage.stage} href="/deals"><NumberText value={stage.count} /><MoneyText money={stage.total} style="compact" className="w-16 text-right text-muted" /></Line>
          ))}
        </Card>
      ) : null}
      {leads ? <States title="Leads" href="/leads" counts={leads} words={LEAD_WORDS} none="No open leads." /> : null}
      {tickets ? <States title="Tickets" href="/tickets" counts={tickets} words={ticketStatusLabel} none="No open tickets." mine={`/tickets?agent=${userId}`} /> : null}
      {projects ? <States title="Projects" href="/projects" counts={projects} words={projectStatusLabel} none="No running projects." /> : null}
    </div>
  );
}

function States({ title, href, counts, words, none, mine }: { title: string; href: string; counts: readonly { status: string; count: number }[]; words: Readonly<Record<string, string>>; none: string; mine?: string }) {
  const order = Object.keys(words);
  const open = counts.filter((each) => !FINISHED.has(each.status)).sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return (
    <Card title={title} href={href} aside={mine ? <Link href={mine} className="hover:text-text">Mine</Link> : null}>
      {open.length === 0 ? <Nothing>{none}</Nothing> : open.map((each) => <Line key={each.status} label={words[each.status] ?? each.status} href={`${href}?status=${each.status}`}><NumberText value={each.count} /></Line>)}
    </Card>
  );
}

function Card({ title, href, aside, children }: { title: string; href: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 rounded-lg border bg-raised p-4 shadow-lift">
      <header className="flex items-baseline justify-between gap-3"><h2 className="text-sm font-semibold"><Link href={href} className="hover:underline">{title}</Link></h2><span className="text-xs text-muted">{aside}</span></header>
      <ul className="flex flex-col">{children}</ul>
    </section>
  );
}

function Line({ label, href, tone, children }: { label: string; href: string; tone?: string; children: ReactNode }) {
  return (
    <li>
      <Link href={href} className="-mx-2 flex min-h-8 items-center gap-3 rounded-md px-2 text-sm hover:bg-hover">
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span className={`flex items-center gap-3 font-medium ${tone ?? ''}`}>{children}</span>
      </Link>
    </li>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <li className="py-2 text-sm text-muted">{children}</li>;
}
