'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ApiKeysDocument, type ApiKeysQuery } from '@/gql/api-keys/api-keys';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, PageHeader, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText } from '@/ui';

// Fetched when they open.
const ApiKeyForm = dynamic(() => import('./api-key-form').then((module) => module.ApiKeyForm), { ssr: false });
const ApiKeyPeek = dynamic(() => import('./api-key-peek').then((module) => module.ApiKeyPeek), { ssr: false });
const SecretDialog = dynamic(() => import('./secret-dialog').then((module) => module.SecretDialog), { ssr: false });

export type KeyRow = ApiKeysQuery['apiKeys']['nodes'][number];

const filters: FilterDef[] = [{ id: 'name', label: 'Name', type: 'text' }];

const columns: Column<KeyRow>[] = [
  { id: 'name', header: 'Key', width: 220, cell: (key) => key.name },
  { id: 'state', header: 'State', width: 110, card: 'badge', cell: (key) => <Badge dot tone={key.active ? 'success' : 'neutral'}>{key.active ? 'Active' : key.revokedAt ? 'Ended' : 'Expired'}</Badge> },
  { id: 'prefix', header: 'Begins with', width: 130, card: 'none', cell: (key) => <code className="font-mono">{key.prefix}…</code> },
  { id: 'used', header: 'Last used', width: 130, cell: (key) => <DateText value={key.lastUsedAt} format="relative" fallback="Never" /> },
  { id: 'expires', header: 'Works until', width: 130, cell: (key) => <DateText value={key.expiresAt} /> },
  { id: 'by', header: 'Made by', width: 160, card: 'none', cell: (key) => key.createdBy?.name ?? '–' },
];

const select = (data: ApiKeysQuery) => data.apiKeys;
const rowId = (key: KeyRow) => key.id;

/** Keys of programs: what they may do, when they were used, replacing and ending them (INT-03). */
export function ApiKeysScreen() {
  const list = useListState(filters);
  const [creating, setCreating] = useNewParam();
  const [issued, setIssued] = useState<{ name: string; secret: string } | null>(null);
  const source = useConnection(ApiKeysDocument, { first: 50, after: list.after, filter: { name: containing(list.filters.name) } }, select);
  useRecordChanges({ subjects: ['apiKey'], onChange: source.refetch, onResync: source.refetch });
  const create = useCan('apiKey.create') ? <Button variant="primary" onClick={() => setCreating(true)}>New API key</Button> : null;
  const onSecret = (name: string, secret: string) => setIssued({ name, secret });
  return (
    <>
      <PageHeader title="API keys" actions={create} />
      <DataTable
        id="api-keys" what="API keys" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(key) => key.name} peek={(_, row) => <ApiKeyPeek key={row?.id} apiKey={row} onSecret={onSecret} onChanged={source.refetch} />}
        empty={{ title: 'No API key yet', text: 'A program that works with your records by itself gets a key instead of somebody’s password.', action: create ?? undefined }}
      />
      {creating ? <ApiKeyForm onClose={() => setCreating(false)} onSecret={onSecret} /> : null}
      {issued ? <SecretDialog {...issued} onClose={() => setIssued(null)} /> : null}
    </>
  );
}
