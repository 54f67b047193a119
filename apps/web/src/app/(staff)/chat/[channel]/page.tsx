import type { Metadata } from 'next';
import { ChannelPage } from '@/features/chat/channel-page';

export const metadata: Metadata = { title: 'Chat' };

export default async function ChannelRoute({ params }: { params: Promise<{ channel: string }> }) {
  return <ChannelPage id={(await params).channel} home="/chat" />;
}
