'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { type MySignInQuery, RemoveSecondFactorDocument, RenewRecoveryCodesDocument } from '@/gql/account/account';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Badge, Button, Card, ConfirmDialog, DateText, notify } from '@/ui';

// Fetched when they open: the QR code among them.
const SecondFactorDialog = dynamic(() => import('./second-factor-dialog').then((module) => module.SecondFactorDialog), { ssr: false });
const CodesDialog = dynamic(() => import('./codes-dialog').then((module) => module.CodesDialog), { ssr: false });

const FEW = 3;

/** Two-step sign-in: on or off, another authenticator, new recovery codes. */
export function SecondFactorCard({ factor, onChanged }: { factor: MySignInQuery['mySecondFactor']; onChanged: () => void }) {
  const [open, setOpen] = useState<'SET_UP' | 'RENEW' | 'REMOVE' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = useMutationWithIdempotency(RenewRecoveryCodesDocument, (data) => data.renewRecoveryCodes, { idempotent: false });
  const remove = useMutationWithIdempotency(RemoveSecondFactorDocument, (data) => data.removeSecondFactor, { idempotent: false });
  const on = factor.enrolledAt !== null;
  const left = factor.recoveryCodesLeft;
  return (
    <Card title="Two-step sign-in" actions={<Badge dot tone={on ? 'success' : factor.demanded ? 'warning' : 'neutral'}>{on ? 'On' : 'Off'}</Badge>}>
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-muted">
          {on ? <>A code of your authenticator app is asked for at sign-in, since <DateText value={factor.enrolledAt} />.</> : 'With it, somebody who has your password still cannot get in: a code of your phone is asked for as well.'}
        </p>
        {on ? (
          <p className={left <= FEW ? 'text-warning-text' : 'text-muted'}>
            {left === 0 ? 'No recovery code is left' : left === 1 ? '1 recovery code is left' : `${left} recovery codes are left`}, for the day you are without your phone.{left <= FEW ? ' Make new ones.' : ''}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button variant={on ? 'secondary' : 'primary'} onClick={() => setOpen('SET_UP')}>{on ? 'Use another authenticator' : 'Turn on'}</Button>
          {on ? <Button onClick={() => setOpen('RENEW')}>New recovery codes</Button> : null}
          {on ? <Button variant="ghost" disabled={factor.demanded} onClick={() => setOpen('REMOVE')}>Turn off</Button> : null}
        </div>
        {factor.demanded ? <p className="text-xs text-muted">Your organization asks everybody like you for a code, so it cannot be turned off.</p> : null}
      </div>
      {open === 'SET_UP' ? <SecondFactorDialog onClose={() => { setOpen(null); onChanged(); }} /> : null}
      <ConfirmDialog
        open={open === 'RENEW'} onOpenChange={(next) => setOpen(next ? 'RENEW' : null)} title="Make new recovery codes?" confirmLabel="Make new codes"
        body="The codes you have kept until now stop working at once."
        onConfirm={async () => {
          const outcome = await renew.run({});
          if (!outcome.ok) throw new FailureError(outcome.failure);
          setCodes(outcome.payload.recoveryCodes ?? []);
          onChanged();
        }}
      />
      <ConfirmDialog
        open={open === 'REMOVE'} onOpenChange={(next) => setOpen(next ? 'REMOVE' : null)} danger title="Turn off two-step sign-in?" confirmLabel="Turn off"
        body="Your password alone lets you in again. Your recovery codes stop working."
        onConfirm={async () => {
          const outcome = await remove.run({});
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success('Two-step sign-in is off');
          onChanged();
        }}
      />
      {codes ? <CodesDialog title="Your new recovery codes" codes={codes} onClose={() => setCodes(null)} /> : null}
    </Card>
  );
}
