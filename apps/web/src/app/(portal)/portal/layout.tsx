import type { ReactNode } from 'react';
import { ChatLater } from '@/features/chat/chat-later';
import { Bell } from '@/features/notifications/bell';
import { UrgentNews } from '@/features/notifications/urgent-news';
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
      <PortalShell bell={<Bell side="bottom" align="end" size="icon" />} news={<UrgentNews audience="client" />}>{children}</PortalShell>
      <ChatLater home="/portal/chat" />
    </SessionProvider>
  );
}
