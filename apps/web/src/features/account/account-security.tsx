'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { MySignInDocument } from '@/gql/account/account';
import { toFailure } from '@/graphql';
import { Button, Card, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { SecondFactorCard } from './second-factor-card';
import { SessionsCard } from './sessions-card';

// Fetched when it opens.
const PasswordDialog = dynamic(() => import('./password-dialog').then((module) => module.PasswordDialog), { ssr: false });

/** Password, two-step sign-in and devices of the signed-in person; the same for staff and clients. */
export function AccountSecurity() {
  const { data, error, refetch } = useQuery(MySignInDocument, { fetchPolicy: 'cache-and-network' });
  const [changing, setChanging] = useState(false);
  const again = () => void refetch();
  if (error && !data) {
    const failure = toFailure(error);
    return <ErrorState text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={again} />;
  }
  return (
    <>
      <Card title="Password" actions={<Button size="sm" onClick={() => setChanging(true)}>Change password</Button>}>
        <p className="text-sm text-muted">Use one that you use nowhere else. Changing it signs out your other devices.</p>
      </Card>
      {data ? (
        <>
          <SecondFactorCard factor={data.mySecondFactor} onChanged={again} />
          <SessionsCard sessions={data.mySessions} onChanged={again} />
        </>
      ) : <SecuritySkeleton />}
      {changing ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </>
  );
}

function SecuritySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <LoadingNotice what="your sign-in settings" />
      {['two', 'sessions'].map((card) => (
        <div key={card} className="flex flex-col gap-3 rounded-lg border bg-raised p-4">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      ))}
    </div>
  );
}
