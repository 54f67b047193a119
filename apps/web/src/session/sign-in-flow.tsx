'use client';
import { useEffect, useState } from 'react';
import { BeginSignInEnrolmentDocument } from '@/gql/session/session';
import { useMutationWithIdempotency } from '@/graphql/use-mutation';
import { CodeStep, type ConfirmedSignIn } from './code-step';
import { EnrolStep, type Enrolment } from './enrol-step';
import { destination } from './next-path';
import { RecoveryCodes } from './recovery-codes';
import { SignInForm } from './sign-in-form';
import { SignOnProblem } from './sign-on-buttons';

type Step =
  | { kind: 'PASSWORD' }
  | { kind: 'CODE'; challenge: string }
  | { kind: 'ENROL'; challenge: string; enrolment: Enrolment | null }
  | { kind: 'RECOVERY'; codes: readonly string[]; to: string };

const HEADS: Record<Step['kind'], [title: string, text: string]> = {
  PASSWORD: ['Sign in', 'To your workspace or your client portal.'],
  CODE: ['Enter your code', 'The second step of signing in.'],
  ENROL: ['Set up your second step', 'Your organization asks for a code at sign-in.'],
  RECOVERY: ['Save your recovery codes', 'For the day your phone is lost.'],
};

/** `#challenge=...&kind=CODE`: how single sign-on and e-mailed links hand over what is still to prove. Fragments reach no server and no log. */
function handedOver(): Step | null {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const challenge = given.get('challenge');
  if (!challenge) return null;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return given.get('kind') === 'ENROL' ? { kind: 'ENROL', challenge, enrolment: null } : { kind: 'CODE', challenge };
}

/** Signing in: password, then whatever else has to be proved. Afterwards the whole page is loaded anew, so that the server sees the session too. */
export function SignInFlow({ next, mayFound = false }: { next: string | null; mayFound?: boolean }) {
  const [step, setStep] = useState<Step>({ kind: 'PASSWORD' });
  const { run } = useMutationWithIdempotency(BeginSignInEnrolmentDocument, (data) => data.beginSignInEnrolment, { idempotent: false, anonymous: true });
  useEffect(() => {
    const continued = async (): Promise<Step | null> => {
      const given = handedOver();
      if (given?.kind !== 'ENROL') return given;
      const outcome = await run({ input: { challenge: given.challenge } });
      return outcome.ok && outcome.payload.enrolment ? { ...given, enrolment: outcome.payload.enrolment } : null;
    };
    void continued().then((given) => {
      if (given) setStep(given);
    });
    // Once: the fragment is gone then.
  }, [run]);

  const restart = () => setStep({ kind: 'PASSWORD' });
  const confirmed = ({ viewer, recoveryCodes }: ConfirmedSignIn) => {
    const to = destination(next, viewer?.tier ?? 'EMPLOYEE');
    if (recoveryCodes) setStep({ kind: 'RECOVERY', codes: recoveryCodes, to });
    else window.location.assign(to);
  };
  const [title, text] = HEADS[step.kind];
  return (
    <>
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="text-muted">{text}</p>
      </div>
      {step.kind === 'PASSWORD' && <SignOnProblem />}
      {step.kind === 'PASSWORD' && (
        <SignInForm
          next={next}
          mayFound={mayFound}
          onChallenge={({ token, kind, enrolment }) => setStep(kind === 'ENROL' ? { kind, challenge: token, enrolment: enrolment ?? null } : { kind: 'CODE', challenge: token })}
        />
      )}
      {step.kind === 'CODE' && <CodeStep challenge={step.challenge} recovery onDone={confirmed} onRestart={restart} />}
      {step.kind === 'ENROL' && step.enrolment && <EnrolStep challenge={step.challenge} enrolment={step.enrolment} onDone={confirmed} onRestart={restart} />}
      {step.kind === 'RECOVERY' && <RecoveryCodes codes={step.codes} onDone={() => window.location.assign(step.to)} />}
    </>
  );
}
