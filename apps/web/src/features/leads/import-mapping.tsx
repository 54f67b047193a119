'use client';
import type { ImportFileFragment, LeadImportField } from '@/gql/leads/lead-imports';
import { Combobox, type Option } from '@/ui';
import { importFieldLabel } from './import-words';
import { choices } from './lead-words';

const FIELDS: readonly Option[] = choices(importFieldLabel);

/** Which column fills which field. A column without one is kept with the lead under its header. */
export function ImportMapping({ file, mapping, onChange }: { file: ImportFileFragment; mapping: Readonly<Record<number, LeadImportField | null>>; onChange: (mapping: Readonly<Record<number, LeadImportField | null>>) => void }) {
  const taken = new Set(Object.values(mapping));
  const choose = (column: number, field: LeadImportField | null) => {
    // A field is filled by one column: the new one takes it over.
    const others = Object.entries(mapping).filter(([index, each]) => Number(index) !== column && each !== field);
    onChange({ ...Object.fromEntries(others), [column]: field });
  };
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-sm font-semibold">Columns <span className="font-normal text-muted">({taken.size} of {file.columns.length} go into a field; the others are kept with the lead)</span></h2>
      <ul className="grid max-w-5xl gap-x-6 gap-y-3 lg:grid-cols-2">
        {file.columns.map((column) => {
          const field = mapping[column.index] ?? null;
          return (
            <li key={column.index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] items-start gap-3 border-b pb-3">
              <div className="min-w-0">
                <p className="truncate text-sm font-medium" title={column.name}>{column.name}</p>
                <p className="truncate text-xs text-muted">{column.samples.length > 0 ? column.samples.slice(0, 3).join(' · ') : 'No values in the first rows'}</p>
                {column.remark ? <p className="text-xs text-warning-text">{column.remark}</p> : null}
              </div>
              <Combobox aria-label={`Field for ${column.name}`} value={field ? { value: field, label: importFieldLabel[field] } : null} options={FIELDS} clearable placeholder="Keep as it is" onValueChange={(next) => choose(column.index, (next?.value ?? null) as LeadImportField | null)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
