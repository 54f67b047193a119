'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { SetRoleGrantsDocument, type GrantLineInput } from '@/gql/roles/matrix';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { useViewer } from '@/session';
import { Button, notify } from '@/ui';
import { lineText, type MatrixRole, type OwnLine, summaryOf } from './matrix-words';
import type { MatrixDraft } from './use-matrix-draft';

const ConfirmDialog = dynamic(() => import('@/ui/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

/** What the API said to one role, and about which cells. */
export interface Refusal {
  role: MatrixRole;
  message: string;
  permissions: readonly string[];
}

/** A line as the API takes it: what Apollo adds stays here. */
export function inputOf({ permission, scope, effect, fields, conditions }: OwnLine & { permission: string }): GrantLineInput {
  const { networks, hours, states, amountAtLeast, amountAtMost } = conditions ?? {};
  return {
    permission, scope, effect, fields: fields && fields.length > 0 ? [...fields] : null,
    conditions: conditions ? { networks, states, amountAtLeast, amountAtMost, hours: hours?.map(({ days, from, to }) => ({ days, from, to })) } : null,
  };
}

const inWords = (lines: readonly OwnLine[]): string => (lines.length === 0 ? 'nothing of its own' : lines.map((line) => (line.fields || line.conditions ? lineText(line) : summaryOf([line]).word)).join(' + '));

/** Everything that is not saved, as one bar: how much, Save, Discard; what was refused, and what others changed meanwhile, with both values. */
export function SaveBar({ draft, meaning, refusals, onRefused, onSaved }: { draft: MatrixDraft; meaning: (permission: string) => string; refusals: readonly Refusal[]; onRefused: (refusals: readonly Refusal[]) => void; onSaved: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  const viewer = useViewer();
  const write = useMutationWithIdempotency(SetRoleGrantsDocument, (data) => data.setRoleGrants);
  const { pending, conflicts, count } = draft;
  if (count === 0) return null;
  const roleName = (id: string) => pending.find(({ role }) => role.id === id)?.role.name ?? '';

  const save = async () => {
    const refused: Refusal[] = [];
    for (const { role, permissions, grants } of pending) {
      const outcome = await write.run({ input: { id: role.id, version: role.version, grants: grants.map(inputOf) } });
      if (outcome.ok) {
        draft.discard(role.id);
        continue;
      }
      const { details, fields, message, code } = outcome.failure;
      const missing = typeof details === 'object' && details !== null && 'missing' in details && Array.isArray(details.missing) ? details.missing.map(String) : [];
      const lines = Object.keys(fields).flatMap((path) => grants[Number(/^grants\.(\d+)/.exec(path)?.[1])]?.permission ?? []);
      refused.push({ role, message: code === 'CONFLICT' ? 'Somebody else changed this role meanwhile. What they wrote is loaded now; look at it and save again.' : message, permissions: [...new Set([...missing, ...lines])].filter((name) => permissions.includes(name)) });
    }
    await onSaved();
    onRefused(refused);
    if (refused.length === 0) notify.success('Saved', 'It applies at once, to everybody who is signed in.');
    else if (refused.length < pending.length) throw new FailureError({ code: 'PRECONDITION_FAILED', message: `Saved, except ${refused.map(({ role }) => role.name).join(', ')}.`, requestId: null, fields: {}, general: [], details: null });
    setAsking(false);
  };

  return (
    <div role="region" aria-label="Unsaved changes" className="flex max-h-[45dvh] shrink-0 flex-col gap-2 overflow-y-auto border-t bg-raised px-4 py-2.5 shadow-pop">
      {refusals.map(({ role, message }) => (
        <p key={role.id} role="alert" className="rounded-md bg-danger-soft px-3 py-1.5 text-sm text-danger-text"><strong className="font-semibold">{role.name}:</strong> {message}</p>
      ))}
      {conflicts.map((conflict) => (
        <div key={`${conflict.roleId} ${conflict.permission}`} role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-warning-soft px-3 py-1.5 text-sm text-warning-text">
          <span className="min-w-0 flex-1">{roleName(conflict.roleId)}, {meaning(conflict.permission)}: somebody else wrote <strong>{inWords(conflict.theirs)}</strong>, you <strong>{inWords(conflict.mine)}</strong>.</span>
          <Button size="sm" onClick={() => draft.discard(conflict.roleId, conflict.permission)}>Take theirs</Button>
          <Button size="sm" onClick={() => draft.keep(conflict)}>Keep mine</Button>
        </div>
      ))}
      <div className="flex items-center gap-2">
        <p role="status" className="mr-auto min-w-0 text-sm font-medium">{count} {count === 1 ? 'change' : 'changes'} in {pending.length === 1 ? pending[0]!.role.name : `${pending.length} roles`}, not saved</p>
        <Button onClick={() => {
          draft.discard();
          onRefused([]);
        }}>Discard</Button>
        <Button variant="primary" disabled={conflicts.length > 0} busy={write.busy} onClick={() => setAsking(true)}>Save</Button>
      </div>
      {asking ? (
        <ConfirmDialog
          open onOpenChange={setAsking} title={`Save ${count} ${count === 1 ? 'change' : 'changes'} of permissions?`} confirmLabel="Save permissions"
          typeToConfirm={pending.length === 1 ? pending[0]!.role.name : viewer.organization.name} onConfirm={save}
          body={
            <div className="flex flex-col gap-2">
              <p>It takes effect at once for everybody who holds {pending.length === 1 ? 'this role' : 'these roles'}, on open pages too.</p>
              <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto">
                {pending.flatMap(({ role, permissions }) => permissions.map((permission) => (
                  <li key={`${role.id} ${permission}`}><strong className="font-medium text-text">{role.name}</strong>, {meaning(permission)}: {inWords(storedOf(role, permission))} → {inWords(draft.own(role, permission))}</li>
                )))}
              </ul>
            </div>
          }
        />
      ) : null}
    </div>
  );
}

const storedOf = (role: MatrixRole, permission: string): readonly OwnLine[] => (role.cells.find((cell) => cell.permission === permission)?.lines ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
