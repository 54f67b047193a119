import type { ReactNode } from 'react';
import { ChatFrame } from '@/features/chat/chat-frame';

export default function ChatLayout({ children }: { children: ReactNode }) {
  return <ChatFrame home="/chat">{children}</ChatFrame>;
}
