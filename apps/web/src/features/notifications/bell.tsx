'use client';
import { lazy, Suspense } from 'react';
import { useHydrated } from '@/lib/use-hydrated';
import { useCan } from '@/session';
import { BellButton, type BellProps } from './bell-button';

const BellPart = lazy(() => import('./bell-part'));

/** The bell of a shell. What makes it live comes after the first paint. */
export function Bell(props: BellProps) {
  const here = useHydrated();
  const may = useCan('notification.read');
  if (!may) return null;
  const still = <BellButton {...props} />;
  return here ? <Suspense fallback={still}><BellPart {...props} /></Suspense> : still;
}
