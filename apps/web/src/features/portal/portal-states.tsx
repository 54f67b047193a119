'use client';
import { FolderOpen } from 'lucide-react';
import Link from 'next/link';
import { Button, EmptyState, ErrorState, NotFoundState } from '@/ui';

/** What a client sees instead of projects: fetched when there is nothing else to see, because it has no part in the first load. */
export default function PortalStates({ problem, onRetry }: { problem: 'EMPTY' | 'MISSING' | { message: string }; onRetry: () => void }) {
  if (problem === 'EMPTY') return <EmptyState icon={<FolderOpen />} title="No project yet" text="As soon as work on a project begins, you can follow it here." />;
  if (problem === 'MISSING') return <NotFoundState page what="project" actions={<Button asChild><Link href="/portal">All projects</Link></Button>} />;
  return <ErrorState text={problem.message} onRetry={onRetry} />;
}
