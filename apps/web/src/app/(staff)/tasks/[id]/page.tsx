import type { Metadata } from 'next';
import { TaskScreen } from '@/features/tasks/task-screen';

export const metadata: Metadata = { title: 'Task' };

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  return <TaskScreen id={(await params).id} />;
}
