import type { Metadata } from 'next';
import { CustomerScreen } from '@/features/customers/customer-screen';

export const metadata: Metadata = { title: 'Customer' };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  return <CustomerScreen id={(await params).id} />;
}
