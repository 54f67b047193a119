'use client';
import type { LeadImportField, LeadImportPreviewQuery } from '@/gql/leads/lead-imports';
import type { LeadStatus } from '@/gql/leads/leads';
import type { Failure } from '@/graphql';
import { cn } from '@/lib/cn';
import { useViewer } from '@/session';
import { Badge, MoneyText, Skeleton } from '@/ui';
import { importFieldLabel } from './import-words';
import { leadStatusLabel } from './lead-words';

type Preview = LeadImportPreviewQuery['leadImportPreview'];

/** The first rows as they would come in, and what is wrong with others. */
export function ImportPreview({ preview, failure, loading }: { preview: Preview | null; failure: Failure | null; loading: boolean }) {
  if (failure) return <p role="alert" className="max-w-prose rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">{failure.message}</p>;
  if (!preview) return <div className="flex flex-col gap-2"><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div>;
  const good = preview.rowsRead - preview.rowsRefused;
  const unread = preview.report.columns.filter((column) => column.refused > 0);
  const formulas = preview.report.columns.reduce((sum, column) => sum + column.formulas, 0);
  return (
    <section aria-busy={loading} className={cn('flex flex-col gap-3', loading && 'opacity-60')}>
      <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
        Preview
        <Badge tone="success">{good} of {preview.rowsRead} rows come in</Badge>
        {preview.rowsRefused > 0 ? <Badge tone="danger">{preview.rowsRefused} refused</Badge> : null}
        {formulas > 0 ? <Badge tone="warning">{formulas} formulas, kept as text</Badge> : null}
      </h2>
      {unread.length > 0 ? (
        <ul className="flex max-w-3xl flex-col gap-1 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
          {unread.map((column) => <li key={column.name}><strong>{column.name}</strong>: {column.refused === 1 ? 'one value' : `${column.refused} values`} cannot be read as this field, such as {column.refusedSamples.slice(0, 2).map((sample) => `"${sample}"`).join(', ')}. Kept under the header.</li>)}
        </ul>
      ) : null}
      <Refused rows={preview.refused} />
      <Rows preview={preview} />
    </section>
  );
}

function Refused({ rows }: { rows: Preview['refused'] }) {
  if (rows.length === 0) return null;
  return (
    <details className="max-w-3xl rounded-md border" open={rows.length <= 3}>
      <summary className="cursor-pointer px-3 py-2 text-sm font-medium">Rows that would not come in</summary>
      <ol className="divide-y border-t text-sm">
        {rows.map((row) => <li key={row.line} className="grid grid-cols-[5rem_1fr] gap-2 px-3 py-1.5"><span className="tabular text-muted">Line {row.line}</span><span>{row.problem}</span></li>)}
      </ol>
    </details>
  );
}

/** Only columns that some of the shown rows fill. */
function Rows({ preview }: { preview: Preview }) {
  const fields = [...new Set(preview.rows.flatMap((row) => Object.keys(row.values as object)))];
  if (preview.rows.length === 0) return null;
  return (
    <div className="overflow-x-auto rounded-md border" tabIndex={0} role="group" aria-label="First rows">
      <table className="min-w-full text-left text-xs">
        <thead><tr className="border-b bg-sunken text-muted"><th scope="col" className="px-2.5 py-1.5 font-medium">Line</th>{fields.map((field) => <th key={field} scope="col" className="px-2.5 py-1.5 font-medium whitespace-nowrap">{words(field)}</th>)}</tr></thead>
        <tbody className="divide-y">
          {preview.rows.map((row) => (
            <tr key={row.line}>
              <td className="tabular px-2.5 py-1.5 text-faint">{row.line}</td>
              {fields.map((field) => <td key={field} className="max-w-56 truncate px-2.5 py-1.5"><Value field={field} value={(row.values as Record<string, unknown>)[field]} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `doNotEmail` as the choice of fields names it. */
const words = (field: string) => importFieldLabel[field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as LeadImportField] ?? field;

function Value({ field, value }: { field: string; value: unknown }) {
  const { organization } = useViewer();
  if (value === undefined || value === null) return '–';
  if (field === 'budget') return <MoneyText amountMinor={String(value)} currency={organization.currency} />;
  if (field === 'status') return leadStatusLabel[value as LeadStatus];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
