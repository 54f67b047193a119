import type { ReactNode } from 'react';
import { ViewerDocument } from '@/gql/session/session';
import { serverQuery } from '@/graphql/server';
import { SessionProvider } from '@/session/session-provider';
import { StaffShellSkeleton } from '@/shell/skeletons';
import { StaffShell } from '@/shell/staff-shell';

/** The staff workspace. Who is signed in comes with the first paint when the session is fresh, else the browser asks. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { data } = await serverQuery(ViewerDocument, {});
  return (
    <SessionProvider audience="staff" initial={data} skeleton={<StaffShellSkeleton />}>
      <StaffShell>{children}</StaffShell>
    </SessionProvider>
  );
}
