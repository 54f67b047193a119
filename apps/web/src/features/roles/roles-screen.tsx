'use client';
import { useQuery } from '@apollo/client/react';
import { Columns3, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { PermissionMatrixDocument } from '@/gql/roles/matrix';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader, useNewParam } from '@/kit';
import { useIsPhone } from '@/lib/use-media';
import { parseStrings, useStored } from '@/lib/use-stored';
import { useCan } from '@/session';
import { Button, DropdownMenu, ErrorState, ForbiddenState, Input, LoadingNotice, NothingFoundState, type Option, Segmented, Select, Skeleton } from '@/ui';
import { MatrixGrid, type OpenCell } from './matrix-grid';
import { useMatrixRows } from './use-matrix-rows';
import { useMatrixDraft } from './use-matrix-draft';
import type { Refusal } from './save-bar';

const CellMenu = dynamic(() => import('./cell-menu').then((module) => module.CellMenu), { ssr: false });
const LinePanel = dynamic(() => import('./line-panel').then((module) => module.LinePanel), { ssr: false });
const SaveBar = dynamic(() => import('./save-bar').then((module) => module.SaveBar), { ssr: false });
const RoleForm = dynamic(() => import('./role-form').then((module) => module.RoleForm), { ssr: false });

/** Which rows are drawn. */
export type RowChoice = 'all' | 'different' | 'changed';

/** Roles by permissions, edited in place (ACL-05). */
export function RolesScreen() {
  const { data, error, refetch } = useQuery(PermissionMatrixDocument, { fetchPolicy: 'cache-and-network' });
  const matrix = data?.permissionMatrix;
  const roles = useMemo(() => matrix?.roles ?? [], [matrix]);
  const reload = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['role'], onChange: reload, onResync: reload });
  const draft = useMatrixDraft(roles);
  const phone = useIsPhone();
  const [hiddenText, setHiddenText] = useStored('roles.hidden', '[]', (raw) => raw);
  const hidden = useMemo(() => parseStrings(hiddenText) ?? [], [hiddenText]);
  const setHidden = (ids: readonly string[]) => setHiddenText(JSON.stringify(ids));
  const [single, setSingle] = useState(useSearchParams().get('role'));
  const [creating, setCreating] = useNewParam();
  const [term, setTerm] = useState('');
  const [choice, setChoice] = useState<RowChoice>('all');
  const [cell, setCell] = useState<{ open: OpenCell; panel: boolean } | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const refused = useMemo(() => new Set(refusals.flatMap(({ role, permissions }) => permissions.map((permission) => `${role.id} ${permission}`))), [refusals]);
  const canCreate = useCan('role.create');
  const only = useMemo(() => roles.find(({ id }) => id === single) ?? null, [roles, single]);
  const shown = useMemo(() => {
    if (phone) return [only ?? roles.find(({ key }) => key !== 'SUPERADMIN') ?? roles[0]].filter((role) => role !== undefined);
    return only ? [only] : roles.filter(({ id }) => !hidden.includes(id));
  }, [phone, only, roles, hidden]);
  const rows = useMatrixRows(matrix?.subjects ?? [], shown, draft, { term, choice });
  const meanings = useMemo(() => new Map((matrix?.subjects ?? []).flatMap(({ permissions }) => permissions.map(({ name, meaning }) => [name, meaning]))), [matrix]);
  const unsaved = useRef(false);
  unsaved.current = draft.count > 0;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const failure = error && !matrix ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={reload} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Roles" actions={canCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New role</Button> : null} />
      <div className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-5">
        {phone && shown[0] ? (
          <div className="flex w-full items-center gap-2">
            <Select aria-label="Role" value={shown[0].id} onValueChange={setSingle} options={roles.map(({ id, name }) => ({ value: id, label: name }))} className="min-w-0 flex-1" />
            <Button asChild><Link href={`/settings/roles/${shown[0].id}`}>Open</Link></Button>
          </div>
        ) : null}
        <div className="w-full md:w-60"><Input type="search" aria-label="Search permissions" placeholder="Search permissions" leading={<Search aria-hidden />} value={term} onChange={(event) => setTerm(event.target.value)} /></div>
        <Segmented label="Rows" value={choice} onValueChange={setChoice} options={choices(phone, draft.count)} />
        {phone ? null : only ? <Button onClick={() => setSingle(null)}>Compare with other roles</Button> : (
          <DropdownMenu
            align="start" trigger={<Button icon={<Columns3 aria-hidden className="size-3.5" />}>{hidden.length === 0 ? 'All roles' : `${shown.length} of ${roles.length} roles`}</Button>}
            groups={[
              { id: 'all', items: [{ id: 'show-all', label: 'Compare all', onSelect: () => setHidden([]), stay: true }, { id: 'none', label: 'Hide all', onSelect: () => setHidden(roles.map(({ id }) => id)), stay: true }] },
              { id: 'roles', label: 'Roles to compare', items: roles.map(({ id, name }) => ({ id, label: name, checked: !hidden.includes(id), stay: true, onSelect: () => setHidden(hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id]) })) },
            ]}
          />
        )}
      </div>
      {!matrix ? <MatrixSkeleton /> : shown.length === 0 ? (
        <p className="border-t p-8 text-center text-sm text-muted">Choose at least one role to compare.</p>
      ) : rows.length === 0 ? (
        <div className="border-t">
          {choice === 'changed' && !term ? <p className="p-8 text-center text-sm text-muted">Nothing is unsaved. Click a cell to change what a role allows.</p> : choice === 'different' && !term ? <p className="p-8 text-center text-sm text-muted">These roles allow the same.</p> : <NothingFoundState what="permissions" onClear={() => {
            setTerm('');
            setChoice('all');
          }} />}
        </div>
      ) : (
        <MatrixGrid rows={rows} roles={shown} draft={draft} refused={refused} narrow={phone} onOpen={(open) => setCell({ open, panel: !open.role.editable })} />
      )}
      {cell && !cell.panel ? <CellMenu key={`${cell.open.role.id} ${cell.open.permission.name}`} cell={cell.open} draft={draft} onClose={() => setCell((now) => (now?.panel ? now : null))} onMore={() => setCell({ ...cell, panel: true })} /> : null}
      {cell?.panel ? <LinePanel cell={cell.open} draft={draft} onClose={() => setCell(null)} /> : null}
      {draft.count > 0 ? <SaveBar draft={draft} meaning={(name) => meanings.get(name) ?? name} refusals={refusals} onRefused={setRefusals} onSaved={() => refetch()} /> : null}
      {creating ? <RoleForm onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

function choices(phone: boolean, unsaved: number): Option<RowChoice>[] {
  const changed: Option<RowChoice> = { value: 'changed', label: unsaved > 0 ? `Unsaved (${unsaved})` : 'Unsaved' };
  return [{ value: 'all', label: 'All' }, ...(phone ? [] : [{ value: 'different', label: 'Different' } as const]), changed];
}

function MatrixSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col border-t">
      <LoadingNotice what="roles" />
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} className="flex h-[46px] items-center gap-6 border-b px-4">
          <Skeleton className="h-4 w-64 shrink-0 max-md:w-40" />
          {Array.from({ length: 7 }, (__, column) => <Skeleton key={column} className="h-5 w-24 shrink-0 rounded-full max-md:nth-[n+3]:hidden" />)}
        </div>
      ))}
    </div>
  );
}
