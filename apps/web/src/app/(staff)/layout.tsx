import type { ReactNode } from 'react';
import { ChatLater } from '@/features/chat/chat-later';
import { Bell } from '@/features/notifications/bell';
import { UrgentNews } from '@/features/notifications/urgent-news';
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
      <StaffShell bell={<Bell side="right" align="start" />} news={<UrgentNews audience="staff" />}>{children}</StaffShell>
      <ChatLater home="/chat" />
    </SessionProvider>
  );
}
