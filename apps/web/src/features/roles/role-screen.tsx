'use client';
import { useQuery } from '@apollo/client/react';
import { Lock } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { RolePageDocument } from '@/gql/roles/roles';
import { toFailure, useRecordChanges } from '@/graphql';
import { Fact, FactList, PageHeader } from '@/kit';
import { useCan } from '@/session';
import { Avatar, Badge, Button, Card, DropdownMenu, ErrorState, ForbiddenState, LoadingNotice, NotFoundState, Skeleton } from '@/ui';
import { RecordHistory } from '../history/record-history';
import { tierText } from './matrix-words';

const RoleForm = dynamic(() => import('./role-form').then((module) => module.RoleForm), { ssr: false });
const RoleEditForm = dynamic(() => import('./role-form').then((module) => module.RoleEditForm), { ssr: false });
const DeleteRoleDialog = dynamic(() => import('./role-dialogs').then((module) => module.DeleteRoleDialog), { ssr: false });
const ResetRoleDialog = dynamic(() => import('./role-dialogs').then((module) => module.ResetRoleDialog), { ssr: false });
const ViewAsDialog = dynamic(() => import('./view-as-dialog').then((module) => module.ViewAsDialog), { ssr: false });

type Open = 'edit' | 'copy' | 'delete' | 'reset' | 'view' | null;

/** One role: what it is, who may and does hold it, and what can be done with it. What it allows is in the matrix. */
export function RoleScreen({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(RolePageDocument, { variables: { id } });
  const [open, setOpen] = useState<Open>(null);
  const reload = () => void refetch().catch(() => undefined);
  useRecordChanges({ recordId: id, onChange: reload, onResync: reload });
  const [mayEdit, mayCreate, mayDelete, mayGrant, mayView] = [useCan('role.update'), useCan('role.create'), useCan('role.delete'), useCan('role.grant'), useCan('role.viewAs')];
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure && failure.code !== 'NOT_FOUND') return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={reload} />;
  if (failure || (data && !data.role)) return <NotFoundState page what="role" />;
  if (!data?.role) return <RoleSkeleton />;
  const role = data.role;
  const locked = role.key === 'SUPERADMIN';
  const people = data.users.nodes;
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Roles', href: '/settings/roles' }]} title={role.name}
        marks={<>{locked ? <Badge tone="warning" icon={<Lock aria-hidden />}>Locked</Badge> : null}<Badge>{role.builtin ? 'Built in' : 'Your own'}</Badge></>}
        actions={
          <>
            <Button asChild variant="primary"><Link href={`/settings/roles?role=${role.id}`}>Permissions</Link></Button>
            {!locked && mayEdit ? <Button onClick={() => setOpen('edit')}>Edit</Button> : null}
            <DropdownMenu
              trigger={<Button>More</Button>}
              groups={[
                { id: 'use', items: [
                  ...(mayView && !role.tiers.includes('CLIENT') ? [{ id: 'view', label: 'View as this role', onSelect: () => setOpen('view') }] : []),
                  ...(mayCreate ? [{ id: 'copy', label: 'Copy to a new role', onSelect: () => setOpen('copy') }] : []),
                ] },
                { id: 'end', items: locked ? [] : [
                  ...(mayGrant && role.builtin ? [{ id: 'reset', label: 'Reset to defaults', danger: true, onSelect: () => setOpen('reset') }] : []),
                  ...(mayDelete ? [{ id: 'delete', label: 'Delete role', danger: true, disabled: role.builtin, reason: 'Built-in roles stay. Take their permissions away instead.', onSelect: () => setOpen('delete') }] : []),
                ] },
              ]}
            />
          </>
        }
      />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {locked ? <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">The superadmin always holds everything and cannot be changed, removed or locked out. One person has it.</p> : null}
        <Card title="About">
          <FactList>
            <Fact label="Description">{role.description || <span className="text-muted">None</span>}</Fact>
            <Fact label="Inherits from">{role.parent ? <Link className="text-accent-text hover:underline" href={`/settings/roles/${role.parent.id}`}>{role.parent.name}</Link> : <span className="text-muted">No other role</span>}</Fact>
            <Fact label="For">{role.tiers.map((tier) => tierText[tier] ?? tier).join(', ')}</Fact>
          </FactList>
        </Card>
        <Card title={`Held by ${role.holders ?? 0} ${role.holders === 1 ? 'person' : 'people'}`}>
          {people.length === 0 ? <p className="text-sm text-muted">Nobody holds this role yet. Give it to somebody on their page under People.</p> : (
            <ul className="grid gap-2 sm:grid-cols-2">
              {people.map((person) => (
                <li key={person.id} className="flex min-w-0 items-center gap-2.5 text-sm">
                  <Avatar name={person.name} />
                  <span className="flex min-w-0 flex-col"><span className="truncate">{person.name}</span>{person.title ? <span className="truncate text-xs text-muted">{person.title}</span> : null}</span>
                </li>
              ))}
            </ul>
          )}
          {(role.holders ?? 0) > people.length ? <p className="mt-3 text-sm text-muted">and {(role.holders ?? 0) - people.length} more</p> : null}
        </Card>
        <section aria-labelledby="role-history" className="flex flex-col gap-3">
          <h2 id="role-history" className="text-base font-semibold">History</h2>
          <RecordHistory subject="role" id={role.id} onRestored={reload} />
        </section>
      </div>
      {open === 'edit' ? <RoleEditForm role={{ ...role, parent: role.parent ?? null }} onClose={close} /> : null}
      {open === 'copy' ? <RoleForm copyOf={role} onClose={close} /> : null}
      {open === 'delete' ? <DeleteRoleDialog role={role} onClose={close} /> : null}
      {open === 'reset' ? <ResetRoleDialog role={role} onClose={close} /> : null}
      {open === 'view' ? <ViewAsDialog as={{ kind: 'ROLE', id: role.id, name: role.name }} onClose={close} /> : null}
    </>
  );
}

function RoleSkeleton() {
  return (
    <div aria-busy="true" className="flex max-w-3xl flex-col gap-4 p-5">
      <LoadingNotice what="role" />
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-36 w-full rounded-lg" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  );
}
