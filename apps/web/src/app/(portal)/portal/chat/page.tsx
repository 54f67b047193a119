import type { Metadata } from 'next';
import { NoChannel } from '@/features/chat/no-channel';

export const metadata: Metadata = { title: 'Messages' };

export default function PortalChatPage() {
  return <NoChannel client />;
}
