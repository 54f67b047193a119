'use client';
import type { CsvDelimiter, DateOrder, ImportFileFragment, LeadImportDuplicatePolicy, LeadImportNotConverted, TextEncoding } from '@/gql/leads/lead-imports';
import { useCan } from '@/session';
import { Combobox, Field, Input, type Option, Select } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { delimiterLabel, encodingLabel } from './import-words';
import { choices as options } from './lead-words';

export interface ImportChoices {
  encoding: TextEncoding;
  delimiter: CsvDelimiter;
  onDuplicate: LeadImportDuplicatePolicy;
  notConverted: LeadImportNotConverted;
  dateOrder: DateOrder | null;
  /** With commas between them. */
  emptyValues: string;
  tags: string;
  owner: Option | null;
}

const DUPLICATES: Readonly<Record<LeadImportDuplicatePolicy, string>> = { SKIP: 'Leave them as they are', UPDATE: 'Fill in what the file says' };
const NOT_CONVERTED: Readonly<Record<LeadImportNotConverted, string>> = { NEW: 'New', CONTACTED: 'Contacted', LOST: 'Lost' };
const DATES: readonly Option<'NONE' | DateOrder>[] = [{ value: 'NONE', label: 'Refuse, unclear' }, { value: 'DMY', label: 'Day first' }, { value: 'MDY', label: 'Month first' }];

/** How the file is read and what is done with its rows. */
export function ImportOptions({ choices, file, usesConverted, onChange }: { choices: ImportChoices; file: ImportFileFragment; usesConverted: boolean; onChange: (next: ImportChoices) => void }) {
  const people = usePeoplePicker();
  const mayAssign = useCan('lead.assign');
  const set = (change: Partial<ImportChoices>) => onChange({ ...choices, ...change });
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-sm font-semibold">How to read the file</h2>
      {file.preset === 'X_EDUCATION' ? <p className="max-w-prose text-sm text-muted">Recognized as the public X Education data: its columns are mapped, and &ldquo;Select&rdquo; means nothing.</p> : null}
      <div className="grid max-w-5xl gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Leads that are there already">{(control) => <Select {...control} value={choices.onDuplicate} options={options(DUPLICATES)} onValueChange={(onDuplicate) => set({ onDuplicate })} />}</Field>
        {mayAssign ? <Field label="Owner" hint="Nobody, when left empty: they wait in the queue.">{(control) => <Combobox {...control} aria-label="Owner" value={choices.owner} options={people.load} clearable onValueChange={(owner) => set({ owner })} />}</Field> : null}
        <Field label="Tags for all of them">{(control) => <Input {...control} value={choices.tags} placeholder="spring fair" onChange={(event) => set({ tags: event.target.value })} />}</Field>
        <Field label="Values that mean nothing">{(control) => <Input {...control} value={choices.emptyValues} placeholder="n/a, Select" onChange={(event) => set({ emptyValues: event.target.value })} />}</Field>
        {usesConverted ? <Field label="Rows that were not converted">{(control) => <Select {...control} value={choices.notConverted} options={options(NOT_CONVERTED)} onValueChange={(notConverted) => set({ notConverted })} />}</Field> : null}
        <Field label="Dates like 3/4/2026">{(control) => <Select {...control} value={choices.dateOrder ?? 'NONE'} options={DATES} onValueChange={(order) => set({ dateOrder: order === 'NONE' ? null : order })} />}</Field>
        <Field label="Encoding">{(control) => <Select {...control} value={choices.encoding} options={options(encodingLabel)} onValueChange={(encoding) => set({ encoding })} />}</Field>
        <Field label="Between cells">{(control) => <Select {...control} value={choices.delimiter} options={options(delimiterLabel)} onValueChange={(delimiter) => set({ delimiter })} />}</Field>
      </div>
    </section>
  );
}
