import type { Metadata } from 'next';
import { NoChannel } from '@/features/chat/no-channel';

export const metadata: Metadata = { title: 'Chat' };

export default function ChatPage() {
  return <NoChannel />;
}
