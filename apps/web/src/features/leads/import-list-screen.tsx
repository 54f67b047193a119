'use client';
import Link from 'next/link';
import { type LeadImportListQuery, LeadImportListDocument } from '@/gql/leads/lead-imports';
import { useConnection } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, EmptyState, ErrorState, ForbiddenState, LoadingNotice, NumberText, Skeleton } from '@/ui';
import { fileSize, importStatusLabel, importStatusTone } from './import-words';
import { UploadBox } from './upload-box';

const select = (data: LeadImportListQuery) => data.leadImports;

/** Leads from files: a new one, and what became of the earlier ones. */
export function ImportListScreen() {
  const mayImport = useCan('leadImport.create');
  const source = useConnection(LeadImportListDocument, { first: 20, after: undefined as string | undefined }, select);
  return (
    <>
      <PageHeader title="Import leads" crumbs={[{ label: 'Leads', href: '/leads' }]} />
      <div className="flex min-h-0 flex-1 flex-col gap-8 overflow-y-auto px-4 pt-3 pb-10 md:px-5">
        {mayImport ? <UploadBox /> : <ForbiddenState />}
        <section className="flex max-w-4xl flex-col gap-2">
          <h2 className="text-sm font-semibold">Earlier imports</h2>
          <Earlier source={source} />
        </section>
      </div>
    </>
  );
}

function Earlier({ source }: { source: ReturnType<typeof useConnection<LeadImportListQuery, { first: number; after: string | undefined }, LeadImportListQuery['leadImports']['nodes'][number]>> }) {
  if (source.loading) return <div className="flex flex-col gap-2"><LoadingNotice what="imports" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div>;
  if (source.failure && source.rows.length === 0) return <ErrorState text={source.failure.message} onRetry={source.refetch} />;
  if (source.rows.length === 0) return <EmptyState title="Nothing was imported yet" text="Every import is kept here with its report." className="py-8" />;
  return (
    <>
      <ul className="divide-y rounded-lg border bg-raised">
        {source.rows.map((row) => (
          <li key={row.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm hover:bg-hover">
            <Link href={`/leads/import/${row.id}`} className="min-w-40 flex-1 truncate font-medium after:absolute after:inset-0">{row.fileName}</Link>
            <Badge dot tone={importStatusTone[row.status]}>{importStatusLabel[row.status]}</Badge>
            <span className="text-muted"><NumberText value={row.rowsCreated} /> new</span>
            <span className="text-muted">{fileSize(row.byteSize)}</span>
            <span className="text-muted">{row.owner?.name ?? '–'}</span>
            <DateText value={row.createdAt} className="text-muted" />
          </li>
        ))}
      </ul>
      {source.hasMore ? <Button className="self-start" busy={source.loadingMore} onClick={source.loadMore}>Show more</Button> : null}
    </>
  );
}
