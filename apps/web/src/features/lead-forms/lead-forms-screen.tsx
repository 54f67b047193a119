'use client';
import { ExternalLink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { LeadFormSettingsDocument, type LeadFormSettingsQuery } from '@/gql/lead-forms/lead-forms';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, PageHeader, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button } from '@/ui';

// Fetched when it opens.
const LeadFormDialog = dynamic(() => import('./lead-form-dialog').then((module) => module.LeadFormDialog), { ssr: false });

export type LeadFormRow = LeadFormSettingsQuery['leadForms']['nodes'][number];

const select = (data: LeadFormSettingsQuery) => data.leadForms;
const rowId = (form: LeadFormRow) => form.id;

/** Public forms: what strangers are asked, and whose leads they become. */
export function LeadFormsScreen() {
  const list = useListState([]);
  const [creating, setCreating] = useNewParam();
  const [open, setOpen] = useState<LeadFormRow | null>(null);
  const mayEdit = useCan('leadForm.update');
  const source = useConnection(LeadFormSettingsDocument, { first: 50, after: list.after, filter: null }, select);
  useRecordChanges({ subjects: ['leadForm'], onChange: source.refetch, onResync: source.refetch });
  const columns: Column<LeadFormRow>[] = [
    { id: 'title', header: 'Form', width: 240, cell: (form) => (mayEdit ? <button type="button" className="truncate font-medium underline-offset-3 hover:underline" onClick={() => setOpen(form)}>{form.title}</button> : form.title) },
    { id: 'state', header: 'State', width: 110, card: 'badge', cell: (form) => <Badge dot tone={form.active ? 'success' : 'neutral'}>{form.active ? 'Open' : 'Closed'}</Badge> },
    { id: 'address', header: 'Address', width: 220, cell: (form) => <a className="inline-flex items-center gap-1 font-mono text-xs underline-offset-3 hover:underline" href={`/start/${form.slug}`} target="_blank" rel="noreferrer">/start/{form.slug}<ExternalLink aria-label="opens in a new window" className="size-3" /></a> },
    { id: 'department', header: 'Leads belong to', width: 160, cell: (form) => form.department?.name ?? '–' },
    { id: 'owner', header: 'Given to', width: 160, card: 'none', cell: (form) => form.owner?.name ?? 'The queue' },
  ];
  const create = useCan('leadForm.create') ? <Button variant="primary" onClick={() => setCreating(true)}>New form</Button> : null;
  return (
    <>
      <PageHeader title="Public forms" actions={create} />
      <DataTable
        id="lead-forms" what="forms" columns={columns} list={list} source={source} rowId={rowId} rowLabel={(form) => form.title}
        empty={{ title: 'No public form yet', text: 'A form of your own on the web: whoever fills it in becomes a lead.', action: create ?? undefined }}
      />
      {creating || open ? <LeadFormDialog key={open?.id ?? 'new'} leadForm={creating ? null : open} onClose={() => (creating ? setCreating(false) : setOpen(null))} onDone={source.refetch} /> : null}
    </>
  );
}
