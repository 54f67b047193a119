import type { Metadata } from 'next';
import { DepartmentScreen } from '@/features/departments/department-screen';

export const metadata: Metadata = { title: 'Department' };

export default async function DepartmentPage({ params }: { params: Promise<{ id: string }> }) {
  return <DepartmentScreen id={(await params).id} />;
}
