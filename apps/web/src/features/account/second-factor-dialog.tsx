'use client';
import { useEffect, useRef, useState } from 'react';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '@/gql/account/account';
import { useMutationWithIdempotency } from '@/graphql';
import { FormDialog, TextField, useMutationForm } from '@/kit';
import { type Enrolment, EnrolGuide } from '@/session/enrol-step';
import { notify } from '@/ui';
import { CodesDialog } from './codes-dialog';

/** Sets up an authenticator: asks who it is, shows the QR code, takes the first code, hands out the recovery codes. */
export function SecondFactorDialog({ onClose }: { onClose: () => void }) {
  const begin = useMutationWithIdempotency(BeginSecondFactorDocument, (data) => data.beginSecondFactor, { idempotent: false });
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return; // once, also where effects run twice
    started.current = true;
    void begin.run({}).then((outcome) => {
      if (outcome.ok && outcome.payload.enrolment) return setEnrolment(outcome.payload.enrolment);
      if (!outcome.ok) notify.error('Nothing was changed', outcome.failure.message);
      return onClose();
    });
  }, [begin, onClose]);
  if (codes) return <CodesDialog title="Two-step sign-in is on" codes={codes} onClose={onClose} />;
  return enrolment ? <FirstCode enrolment={enrolment} onCodes={setCodes} onClose={onClose} /> : null;
}

function FirstCode({ enrolment, onCodes, onClose }: { enrolment: Enrolment; onCodes: (codes: readonly string[]) => void; onClose: () => void }) {
  const form = useMutationForm({
    document: ConfirmSecondFactorDocument,
    defaults: { code: '' },
    variables: ({ code }) => ({ input: { code: code.replaceAll(' ', '') } }),
    select: (data) => data.confirmSecondFactor,
    idempotent: false,
    refetch: ['MySignIn'],
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes ?? []),
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title="Set up your authenticator" description="From then on you give a code from your phone after your password." submitLabel="Turn on" form={form}>
      <EnrolGuide enrolment={enrolment} />
      <TextField name="code" label="Code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} required hint="The six digits your authenticator app shows now." />
    </FormDialog>
  );
}
