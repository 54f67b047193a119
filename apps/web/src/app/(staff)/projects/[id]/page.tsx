import type { Metadata } from 'next';
import { ProjectScreen } from '@/features/projects/project-screen';

export const metadata: Metadata = { title: 'Project' };

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  return <ProjectScreen id={(await params).id} />;
}
