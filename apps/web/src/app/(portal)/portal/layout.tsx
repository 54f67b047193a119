import type { ReactNode } from 'react';
import { serverQuery } from '@/graphql/server';
import { ViewerDocument } from '@/session/documents';
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
