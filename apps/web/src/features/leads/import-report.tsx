'use client';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { type LeadImportQuery, StartLeadImportDocument } from '@/gql/leads/lead-imports';
import { useMutationWithIdempotency } from '@/graphql';
import { Button, Card, NumberText, notify, ProgressBar } from '@/ui';
import { importFieldLabel } from './import-words';

type Found = NonNullable<LeadImportQuery['leadImport']>;

/** Progress and outcome: rows, columns, and what was refused with why. */
export function ImportReport({ found, onAgain }: { found: Found; onAgain: () => void }) {
  const running = found.status === 'RUNNING';
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      {running ? (
        <div aria-live="polite" className="flex flex-col gap-2"><ProgressBar basisPoints={Math.floor((found.rowsDone / Math.max(found.rowsTotal ?? 0, found.rowsDone, 1)) * 10_000)} label="Rows" size="lg" /><p className="text-sm text-muted"><NumberText value={found.rowsDone} /> of about <NumberText value={found.rowsTotal} /> rows. You can leave this page.</p></div>
      ) : null}
      {found.status === 'FAILED' ? <Failed found={found} onAgain={onAgain} /> : null}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        <Figure label="New leads" value={found.rowsCreated} href={found.rowsCreated > 0 ? `/leads?import=${found.id}` : null} />
        <Figure label="Filled in" value={found.rowsUpdated} />
        <Figure label="There already" value={found.rowsSkipped + found.rowsUnchanged} />
        <Figure label="Refused" value={found.rowsRefused} />
        <Figure label="Rows" value={found.rowsDone} />
      </dl>
      {found.report ? <Columns columns={found.report.columns} /> : null}
      {found.rowsRefused > 0 ? <Refusals found={found} /> : null}
    </div>
  );
}

function Figure({ label, value, href = null }: { label: string; value: number; href?: string | null }) {
  const figure = <NumberText value={value} className="text-xl font-semibold" />;
  return <div className="rounded-lg border bg-raised px-4 py-3"><dt className="text-xs text-muted">{label}</dt><dd>{href ? <Link href={href} className="hover:underline">{figure}</Link> : figure}</dd></div>;
}

function Failed({ found, onAgain }: { found: Found; onAgain: () => void }) {
  const start = useMutationWithIdempotency(StartLeadImportDocument, (answer) => answer.startLeadImport);
  const again = async () => {
    const outcome = await start.run({ input: { id: found.id, version: found.version } });
    if (!outcome.ok) notify.error('Not started', outcome.failure.message);
    onAgain();
  };
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">
      <p className="flex-1">It stopped: {found.failure ?? 'something went wrong.'} What was written stays, and it can go on from there.</p>
      <Button size="sm" busy={start.busy} onClick={() => void again()}>Go on</Button>
    </div>
  );
}

function Columns({ columns }: { columns: NonNullable<Found['report']>['columns'] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">Columns</h2>
      <div className="overflow-x-auto rounded-lg border bg-raised" tabIndex={0} role="group" aria-label="Columns">
        <table className="min-w-full text-left text-sm">
          <thead><tr className="border-b text-xs text-muted"><th scope="col" className="px-3 py-2 font-medium">Column</th><th scope="col" className="px-3 py-2 font-medium">Became</th>{['With a value', 'Empty', 'Not readable'].map((head) => <th key={head} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">{head}</th>)}</tr></thead>
          <tbody className="divide-y">
            {columns.map((column) => (
              <tr key={column.name}>
                <td className="max-w-72 truncate px-3 py-1.5">{column.name}</td>
                <td className="px-3 py-1.5 whitespace-nowrap">{column.field ? importFieldLabel[column.field] : <span className="text-muted">{column.filled > 0 ? 'Kept with the lead' : 'Empty'}</span>}</td>
                <td className="px-3 py-1.5 text-right"><NumberText value={column.filled} /></td>
                <td className="px-3 py-1.5 text-right text-muted"><NumberText value={column.empty} /></td>
                <td className="px-3 py-1.5 text-right">{column.refused > 0 ? <span className="text-danger-text" title={column.refusedSamples.join(', ')}><NumberText value={column.refused} /></span> : <span className="text-faint">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Refusals({ found }: { found: Found }) {
  return (
    <Card title="Rows that did not come in" flush actions={<Button asChild size="sm"><a href={`/files/imports/${found.id}/refused.csv`} download><Download aria-hidden className="size-3.5" />As CSV</a></Button>}>
      <ol className="divide-y text-sm">
        {found.refusals.slice(0, 50).map((row) => <li key={row.line} className="grid grid-cols-[5rem_1fr] gap-2 px-4 py-1.5"><span className="tabular text-muted">Line {row.line}</span><span>{row.problem}</span></li>)}
      </ol>
      {found.rowsRefused > 50 ? <p className="border-t px-4 py-2 text-xs text-muted">The first 50 of <NumberText value={found.rowsRefused} />. The file has up to 1,000 of them with their cells, to be mended and imported again.</p> : null}
    </Card>
  );
}
