'use client';
import dynamic from 'next/dynamic';
import { LoadingNotice, Skeleton } from '@/ui';

/** The explanation of a figure, fetched when somebody asks for it. */
export const WhyProgress = dynamic(() => import('./why-progress').then((module) => module.WhyProgress), {
  ssr: false,
  loading: () => <div className="flex flex-col gap-2"><LoadingNotice what="explanation" /><Skeleton className="w-2/3" /><Skeleton /><Skeleton /></div>,
});
