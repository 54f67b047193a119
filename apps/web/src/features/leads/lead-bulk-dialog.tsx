'use client';
import { BulkAssignLeadsDocument, BulkCloseLeadsDocument, BulkTagLeadsDocument } from '@/gql/leads/leads';
import { type BulkReport, FormDialog, ReferenceField, TextAreaField, TextField, useMutationForm } from '@/kit';
import type { Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

export type LeadBulk = 'ASSIGN' | 'TAG' | 'LOSE' | 'DISQUALIFY';

interface Props {
  kind: LeadBulk;
  ids: readonly string[];
  /** null: the person gave up. */
  onDone: (report: BulkReport | null) => void;
}

const count = (ids: readonly string[]) => (ids.length === 1 ? 'one lead' : `${ids.length} leads`);

/** What a bulk action needs to know before it runs. */
export function LeadBulkDialog(props: Props) {
  if (props.kind === 'ASSIGN') return <Assign {...props} />;
  if (props.kind === 'TAG') return <Tag {...props} />;
  return <Close {...props} kind={props.kind} />;
}

function reportOf(payload: { done?: readonly string[] | null; skipped?: readonly { id: string; reason: string }[] | null }): BulkReport {
  return { done: payload.done?.length ?? 0, skipped: payload.skipped ?? [] };
}

function Assign({ ids, onDone }: Props) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: BulkAssignLeadsDocument,
    defaults: { owner: null as Option | null },
    variables: (values) => ({ input: { ids: [...ids], ownerId: values.owner?.value ?? null } }),
    select: (data) => data.bulkAssignLeads,
    paths: { ownerId: 'owner' },
    onDone: (payload) => onDone(reportOf(payload)),
  });
  return (
    <FormDialog open onOpenChange={() => onDone(null)} title={`Assign ${count(ids)}`} submitLabel="Assign" form={form} size="sm">
      <ReferenceField name="owner" label="Owner" options={people.load} hint="Left empty, they go back into their department's queue." />
    </FormDialog>
  );
}

const words = (text: string) => text.split(',').map((word) => word.trim()).filter((word) => word !== '');

function Tag({ ids, onDone }: Props) {
  const form = useMutationForm({
    document: BulkTagLeadsDocument,
    defaults: { add: '', remove: '' },
    variables: (values) => ({ input: { ids: [...ids], add: words(values.add), remove: words(values.remove) } }),
    select: (data) => data.bulkTagLeads,
    onDone: (payload) => onDone(reportOf(payload)),
  });
  return (
    <FormDialog open onOpenChange={() => onDone(null)} title={`Tag ${count(ids)}`} submitLabel="Save tags" form={form} size="sm">
      <TextField name="add" label="Add" hint="Several with commas between them." autoFocus />
      <TextField name="remove" label="Take away" />
    </FormDialog>
  );
}

function Close({ kind, ids, onDone }: Props & { kind: 'LOSE' | 'DISQUALIFY' }) {
  const form = useMutationForm({
    document: BulkCloseLeadsDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { ids: [...ids], move: kind, reason: values.reason.trim() } }),
    select: (data) => data.bulkCloseLeads,
    onDone: (payload) => onDone(reportOf(payload)),
  });
  const label = kind === 'LOSE' ? 'Mark as lost' : 'Disqualify';
  return (
    <FormDialog open onOpenChange={() => onDone(null)} title={`${label}: ${count(ids)}`} submitLabel={label} form={form} size="sm">
      <TextAreaField name="reason" label="Why?" required rows={3} />
    </FormDialog>
  );
}
