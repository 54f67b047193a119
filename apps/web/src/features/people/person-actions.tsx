'use client';
import { MoreHorizontal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ReactivatePersonDocument, ResendInvitationDocument, WithdrawInvitationDocument } from '@/gql/people/people';
import { ResetSecondFactorDocument } from '@/gql/people/sign-in';
import { FailureError, type Outcome, useMutationWithIdempotency } from '@/graphql';
import { useCan, useViewer } from '@/session';
import { Button, ConfirmDialog, DropdownMenu, notify } from '@/ui';
import { type PersonAct, type PersonRecord, usePersonRights } from './use-person-rights';

// Fetched when it opens.
const DeactivateDialog = dynamic(() => import('./deactivate-dialog').then((module) => module.DeactivateDialog), { ssr: false });

const ViewAsDialog = dynamic(() => import('../roles/view-as-dialog').then((module) => module.ViewAsDialog), { ssr: false });

type Asking = 'view' | 'withdraw' | 'deactivate' | 'reactivate' | 'factor' | null;

function must(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new FailureError(outcome.failure);
}

/** What can be done with an account as a whole; what may not be done says why. */
export function PersonActions({ person, onChanged }: { person: PersonRecord; onChanged: () => void }) {
  const refusal = usePersonRights(person);
  const [asking, setAsking] = useState<Asking>(null);
  const router = useRouter();
  const [explains, views, self] = [useCan('role.explain'), useCan('role.viewAs'), useViewer().id === person.id];
  const resend = useMutationWithIdempotency(ResendInvitationDocument, (data) => data.resendInvitation);
  const withdraw = useMutationWithIdempotency(WithdrawInvitationDocument, (data) => data.withdrawInvitation);
  const reactivate = useMutationWithIdempotency(ReactivatePersonDocument, (data) => data.reactivateUser);
  const resetFactor = useMutationWithIdempotency(ResetSecondFactorDocument, (data) => data.resetSecondFactor);
  const item = (id: string, label: string, act: PersonAct, onSelect: () => void, danger = false) => {
    const reason = refusal(act) ?? undefined;
    return { id, label, onSelect, danger: danger && !reason, disabled: reason !== undefined, reason };
  };
  const again = async () => {
    const outcome = await resend.run({ input: { id: person.id } });
    if (outcome.ok) notify.success(`${person.name} got a new link`, 'The earlier one stopped working.');
    else notify.error('No new link was sent', outcome.failure.message);
    onChanged();
  };
  const done = (text: string) => {
    notify.success(text);
    onChanged();
  };
  const close = (open: boolean) => !open && setAsking(null);
  const invited = person.status === 'INVITED';
  return (
    <>
      {invited && !refusal('invite') ? <Button busy={resend.busy} onClick={() => void again()}>Send invitation again</Button> : null}
      {person.status === 'INACTIVE' && !refusal('reactivate') ? <Button variant="primary" onClick={() => setAsking('reactivate')}>Let in again</Button> : null}
      <DropdownMenu
        align="end"
        trigger={<Button size="icon" variant="ghost" aria-label={`More for ${person.name}`}><MoreHorizontal aria-hidden className="size-4" /></Button>}
        groups={[
          {
            id: 'rights',
            items: [
              ...(explains ? [{ id: 'explain', label: 'What can they do, and why?', onSelect: () => router.push(`/settings/explain?person=${person.id}`) }] : []),
              ...(views && !self && person.status !== 'INACTIVE' ? [{ id: 'view', label: `View as ${person.name}…`, onSelect: () => setAsking('view') }] : []),
            ],
          },
          { id: 'invitation', items: invited ? [item('withdraw', 'Withdraw the invitation…', 'invite', () => setAsking('withdraw'), true)] : [] },
          {
            id: 'account',
            items: person.status === 'ACTIVE' ? [
              item('factor', 'Take away a lost authenticator…', 'resetFactor', () => setAsking('factor')),
              item('deactivate', 'Deactivate…', 'deactivate', () => setAsking('deactivate'), true),
            ] : [],
          },
          { id: 'back', items: person.status === 'INACTIVE' ? [item('reactivate', 'Let in again…', 'reactivate', () => setAsking('reactivate'))] : [] },
        ]}
      />
      {asking === 'view' ? <ViewAsDialog as={{ kind: 'USER', id: person.id, name: person.name, client: person.tier === 'CLIENT' }} onClose={() => setAsking(null)} /> : null}
      {asking === 'deactivate' ? <DeactivateDialog person={person} onClose={() => setAsking(null)} onChanged={onChanged} /> : null}
      <ConfirmDialog
        open={asking === 'withdraw'} onOpenChange={close} danger title={`Withdraw the invitation of ${person.name}?`} confirmLabel="Withdraw invitation"
        body="The link in their e-mail stops working at once. You can let them in again later."
        onConfirm={async () => {
          must(await withdraw.run({ input: { id: person.id, version: person.version } }));
          done(`${person.name} is not invited any more`);
        }}
      />
      <ConfirmDialog
        open={asking === 'reactivate'} onOpenChange={close} title={`Let ${person.name} in again?`} confirmLabel={`Let ${person.name} in`}
        body="They get back the roles and departments they had. Records that went to others stay there."
        onConfirm={async () => {
          must(await reactivate.run({ input: { id: person.id, version: person.version } }));
          done(`${person.name} can sign in again`);
        }}
      />
      <ConfirmDialog
        open={asking === 'factor'} onOpenChange={close} danger title={`Take the authenticator of ${person.name} away?`} confirmLabel="Take it away" typeToConfirm={person.name}
        body="Do this only after you have made sure it is really them who asks. They are signed out everywhere and set up a new one at the next sign-in, if they must have one."
        onConfirm={async () => {
          must(await resetFactor.run({ input: { userId: person.id } }));
          done(`${person.name} can set up a new authenticator`);
        }}
      />
    </>
  );
}
