import type { Metadata } from 'next';
import { TicketScreen } from '@/features/tickets/ticket-screen';

export const metadata: Metadata = { title: 'Ticket' };

export default async function TicketPage({ params }: { params: Promise<{ id: string }> }) {
  return <TicketScreen id={(await params).id} />;
}
