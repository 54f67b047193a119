import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';

/** The kit with fixtures, for those who work on it; does not exist in production. */
export default function KitLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === 'production') notFound();
  return children;
}
