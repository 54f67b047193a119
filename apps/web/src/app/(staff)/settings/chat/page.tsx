import type { Metadata } from 'next';
import { ChannelSettingsScreen } from '@/features/chat/settings/channel-settings-screen';

export const metadata: Metadata = { title: 'Chat' };

export default function ChatSettingsPage() {
  return <ChannelSettingsScreen />;
}
