import type { Metadata } from 'next';
import { RoleScreen } from '@/features/roles/role-screen';

export const metadata: Metadata = { title: 'Role' };

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  return <RoleScreen id={(await params).id} />;
}
