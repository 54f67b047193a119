import type { Metadata } from 'next';
import { TicketListScreen } from '@/features/tickets/ticket-list-screen';

export const metadata: Metadata = { title: 'Tickets' };

export default function TicketsPage() {
  return <TicketListScreen />;
}
