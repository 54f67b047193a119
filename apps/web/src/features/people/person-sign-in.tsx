'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { EndSessionDocument, type SessionRowFragment } from '@/gql/account/account';
import { EndSessionsOfDocument, PersonSecondFactorDocument, PersonSessionsDocument } from '@/gql/people/sign-in';
import { FailureError, toFailure, useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { Button, Card, ConfirmDialog, DateText, ErrorState, LoadingNotice, notify, Skeleton } from '@/ui';
import { SessionList } from '../account/session-list';
import { PersonDevices } from './person-devices';
import { type PersonRecord, usePersonRights } from './use-person-rights';

/** Where somebody is signed in, and on which registered devices they may. */
export function PersonSignIn({ person }: { person: PersonRecord }) {
  const { data, error, refetch } = useQuery(PersonSessionsDocument, { variables: { userId: person.id }, fetchPolicy: 'cache-and-network' });
  const seesFactor = useCan('secondFactor.reset');
  const factor = useQuery(PersonSecondFactorDocument, { variables: { userId: person.id }, skip: !seesFactor }).data?.userSecondFactor;
  const seesDevices = useCan('device.read');
  const why = usePersonRights(person)('endSessions');
  const endOne = useMutationWithIdempotency(EndSessionDocument, (answer) => answer.endSession);
  const endAll = useMutationWithIdempotency(EndSessionsOfDocument, (answer) => answer.endSessionsOf);
  const [ending, setEnding] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const again = () => void refetch();
  const sessions = data?.userSessions ?? [];
  const end = async (session: SessionRowFragment) => {
    setEnding(session.id);
    const outcome = await endOne.run({ input: { id: session.id } });
    setEnding(null);
    if (outcome.ok) notify.success(`${session.device} is signed out`);
    else notify.error(`${session.device} is still signed in`, outcome.failure.message);
    again();
  };
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Card flush title="Signed in" actions={!why && sessions.length > 0 ? <Button size="sm" onClick={() => setAsking(true)}>Sign out everywhere</Button> : null}>
        {data ? null : error ? <ErrorState text={toFailure(error).message} onRetry={again} className="py-8" /> : <div aria-busy="true" className="flex flex-col gap-2 p-4"><LoadingNotice what="sessions" /><Skeleton className="w-1/2" /><Skeleton className="w-2/3" /></div>}
        {data && sessions.length === 0 ? <p className="px-4 py-3 text-sm text-muted">{person.name} is signed in nowhere.</p> : null}
        <SessionList sessions={sessions} ending={ending} onEnd={why ? undefined : (session) => void end(session)} />
        {why ? <p className="border-t px-4 py-2.5 text-xs text-muted">You cannot end these. {why}</p> : null}
      </Card>
      {factor ? (
        <Card title="Two-step sign-in">
          <p className="text-sm text-muted">
            {factor.enrolledAt ? <>On since <DateText value={factor.enrolledAt} />, {factor.recoveryCodesLeft === 1 ? '1 recovery code' : `${factor.recoveryCodesLeft} recovery codes`} left. Is the phone lost? Take the authenticator away in the menu above.</> : factor.demanded ? 'Not set up yet; it is asked for at the next sign-in.' : 'Off. They turn it on themselves, or the security policy demands it.'}
          </p>
        </Card>
      ) : null}
      {seesDevices && person.tier !== 'CLIENT' ? <PersonDevices person={person} onChanged={again} /> : null}
      <ConfirmDialog
        open={asking} onOpenChange={setAsking} danger title={`Sign ${person.name} out everywhere?`} confirmLabel="Sign out everywhere"
        body="Pages they have open close within a second. They can sign in again; to keep them out, deactivate the account."
        onConfirm={async () => {
          const outcome = await endAll.run({ input: { userId: person.id } });
          again();
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success(`${person.name} is signed out everywhere`);
        }}
      />
    </div>
  );
}
