import type { ReactNode } from 'react';
import { ChatFrame } from '@/features/chat/chat-frame';

export default function PortalChatLayout({ children }: { children: ReactNode }) {
  return <ChatFrame home="/portal/chat" client>{children}</ChatFrame>;
}
