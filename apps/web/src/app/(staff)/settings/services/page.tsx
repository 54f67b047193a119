import type { Metadata } from 'next';
import { ServiceCategoriesScreen } from '@/features/service-categories/service-categories-screen';

export const metadata: Metadata = { title: 'Services' };

export default function ServiceCategoriesPage() {
  return <ServiceCategoriesScreen />;
}
