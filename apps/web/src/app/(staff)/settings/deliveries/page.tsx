import type { Metadata } from 'next';
import { DeliveriesScreen } from '@/features/notifications/deliveries-screen';

export const metadata: Metadata = { title: 'Sent notifications' };

export default function DeliveriesPage() {
  return <DeliveriesScreen />;
}
