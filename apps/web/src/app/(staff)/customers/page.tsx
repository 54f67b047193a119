import type { Metadata } from 'next';
import { CustomerListScreen } from '@/features/customers/customer-list-screen';

export const metadata: Metadata = { title: 'Customers' };

export default function CustomersPage() {
  return <CustomerListScreen />;
}
