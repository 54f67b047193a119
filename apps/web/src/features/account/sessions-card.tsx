'use client';
import { useState } from 'react';
import { EndOtherSessionsDocument, EndSessionDocument, type SessionRowFragment } from '@/gql/account/account';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Button, Card, ConfirmDialog, notify } from '@/ui';
import { SessionList } from './session-list';

/** One's own sessions: what is signed in, and how it is signed out. */
export function SessionsCard({ sessions, onChanged }: { sessions: readonly SessionRowFragment[]; onChanged: () => void }) {
  const endOne = useMutationWithIdempotency(EndSessionDocument, (data) => data.endSession);
  const endOthers = useMutationWithIdempotency(EndOtherSessionsDocument, (data) => data.endOtherSessions);
  const [ending, setEnding] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const others = sessions.filter((session) => !session.current).length;
  const end = async (session: SessionRowFragment) => {
    setEnding(session.id);
    const outcome = await endOne.run({ input: { id: session.id } });
    setEnding(null);
    if (outcome.ok) notify.success(`${session.device} is signed out`);
    else notify.error(`${session.device} is still signed in`, outcome.failure.message);
    onChanged();
  };
  return (
    <Card flush title="Where you are signed in" actions={others > 0 ? <Button size="sm" onClick={() => setAsking(true)}>Sign out everywhere else</Button> : null}>
      <SessionList sessions={sessions} ending={ending} onEnd={(session) => void end(session)} />
      <p className="border-t px-4 py-3 text-xs text-muted">
        {others === 0 ? 'You are signed in on this device only.' : 'Do you not know one of these? Sign it out and change your password.'}
      </p>
      <ConfirmDialog
        open={asking} onOpenChange={setAsking} title="Sign out everywhere else?"
        body={`${others === 1 ? 'The other device is' : `${others} other devices are`} signed out at once; pages open there close. You stay signed in here.`}
        confirmLabel={others === 1 ? 'Sign out 1 device' : `Sign out ${others} devices`}
        onConfirm={async () => {
          const outcome = await endOthers.run({});
          onChanged();
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success('You are signed in on this device only');
        }}
      />
    </Card>
  );
}
