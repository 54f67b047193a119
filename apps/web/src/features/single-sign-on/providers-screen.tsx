'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { SignInProvidersDocument, type SignInProvidersQuery } from '@/gql/single-sign-on/single-sign-on';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, PageHeader, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button } from '@/ui';
import { kindLabel, tierLabel } from './provider-words';

// Fetched when they open.
const ProviderForm = dynamic(() => import('./provider-form').then((module) => module.ProviderForm), { ssr: false });
const ProviderPeek = dynamic(() => import('./provider-peek').then((module) => module.ProviderPeek), { ssr: false });

export type ProviderRow = SignInProvidersQuery['signInProviders']['nodes'][number];

const filters: FilterDef[] = [{ id: 'name', label: 'Name', type: 'text' }];

const columns: Column<ProviderRow>[] = [
  { id: 'name', header: 'Provider', width: 220, cell: (provider) => provider.name },
  { id: 'state', header: 'State', width: 110, card: 'badge', cell: (provider) => <Badge dot tone={provider.active ? 'success' : 'neutral'}>{provider.active ? 'In use' : 'Off'}</Badge> },
  { id: 'kind', header: 'Kind', width: 140, cell: (provider) => kindLabel[provider.kind] },
  { id: 'domains', header: 'E-mail domains', width: 220, cell: (provider) => provider.emailDomains.join(', ') || 'Any' },
  { id: 'tiers', header: 'Who', width: 200, card: 'none', cell: (provider) => provider.tiers.map((tier) => tierLabel[tier]).join(', ') },
];

const select = (data: SignInProvidersQuery) => data.signInProviders;
const rowId = (provider: ProviderRow) => provider.id;

/** Providers of single sign-on (IAM-08). */
export function ProvidersScreen() {
  const list = useListState(filters);
  const [creating, setCreating] = useNewParam();
  const [editing, setEditing] = useState<ProviderRow | null>(null);
  const source = useConnection(SignInProvidersDocument, { first: 50, after: list.after, filter: { name: containing(list.filters.name) } }, select);
  useRecordChanges({ subjects: ['signInProvider'], onChange: source.refetch, onResync: source.refetch });
  const create = useCan('signInProvider.create') ? <Button variant="primary" onClick={() => setCreating(true)}>Add single sign-on</Button> : null;
  return (
    <>
      <PageHeader title="Single sign-on" actions={create} />
      <DataTable
        id="sign-in-providers" what="providers" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(provider) => provider.name} peek={(_, row) => <ProviderPeek key={row?.id} provider={row} onEdit={setEditing} onChanged={source.refetch} />}
        empty={{ title: 'No provider yet', text: 'With one, people sign in here with the account they have at your company’s identity provider.', action: create ?? undefined }}
      />
      {creating ? <ProviderForm provider={null} onClose={() => setCreating(false)} /> : null}
      {editing ? <ProviderForm key={editing.id} provider={editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
