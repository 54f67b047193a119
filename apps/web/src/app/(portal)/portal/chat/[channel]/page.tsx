import type { Metadata } from 'next';
import { ChannelPage } from '@/features/chat/channel-page';

export const metadata: Metadata = { title: 'Messages' };

export default async function PortalChannelRoute({ params }: { params: Promise<{ channel: string }> }) {
  return <ChannelPage id={(await params).channel} home="/portal/chat" client />;
}
