import type { Metadata } from 'next';
import { DepartmentTreeScreen } from '@/features/departments/department-tree-screen';

export const metadata: Metadata = { title: 'Departments' };

export default function DepartmentsPage() {
  return <DepartmentTreeScreen />;
}
