import Link from 'next/link';
import type { SecurityConcern, SecurityOverviewQuery } from '@/gql/security/security-monitor';
import { Card, NumberText } from '@/ui';
import type { AuditLink } from './concern-card';
import { countsText } from './security-words';

type Overview = SecurityOverviewQuery['securityOverview'];
interface Source { id: string; name: string; total: number; counts: readonly { key: SecurityConcern; count: number }[]; href: string | null }

/** From whom and from where the most came. */
export function SecuritySources({ overview, link }: { overview: Overview; link: AuditLink }) {
  const kindsOf = (counts: Source['counts']) => overview.totals.filter(({ key }) => counts.some((count) => count.key === key)).flatMap(({ kinds }) => kinds);
  const people = overview.people.map(({ userId, name, ...rest }) => ({ ...rest, id: userId, name: name ?? 'Somebody you may not see', href: link?.({ kind: kindsOf(rest.counts), person: userId }) ?? null }));
  const addresses = overview.addresses.map(({ address, ...rest }) => ({ ...rest, id: address, name: address, href: link?.({ kind: kindsOf(rest.counts), address }) ?? null }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Sources title="People with the most" sources={people} none="Nobody stands out in this time." />
      <Sources title="Addresses with the most" sources={addresses} none="No address stands out in this time." />
    </div>
  );
}

function Sources({ title, sources, none }: { title: string; sources: readonly Source[]; none: string }) {
  return (
    <Card title={title} flush>
      {sources.length === 0 ? <p className="p-4 text-sm text-muted">{none}</p> : (
        <ol className="divide-y">
          {sources.map((source) => (
            <li key={source.id} className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
              <div className="min-w-0 flex-1">
                {source.href ? <Link href={source.href} className="tabular block truncate text-sm font-medium after:absolute after:inset-0">{source.name}</Link> : <span className="tabular block truncate text-sm font-medium">{source.name}</span>}
                <span className="block truncate text-xs text-muted" title={countsText(source.counts)}>{countsText(source.counts)}</span>
              </div>
              <NumberText value={source.total} className="tabular text-sm font-medium" />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
