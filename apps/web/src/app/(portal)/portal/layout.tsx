import type { ReactNode } from 'react';
import { ViewerDocument } from '@/gql/session/session';
import { serverQuery } from '@/graphql/server';
import { SessionProvider } from '@/session/session-provider';
import { PortalShell } from '@/shell/portal-shell';
import { PortalSkeleton } from '@/shell/skeletons';

/** The client portal. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { data } = await serverQuery(ViewerDocument, {});
  return (
    <SessionProvider audience="client" initial={data} skeleton={<PortalSkeleton />}>
      <PortalShell>{children}</PortalShell>
    </SessionProvider>
  );
}
