'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { urgentNews } from './urgent';

const Strip = lazy(() => import('./urgent-strip'));

/** Where urgent news is told: nothing until there is some. */
export function UrgentNews({ audience }: { audience: 'staff' | 'client' }) {
  const news = useSyncExternalStore(urgentNews.subscribe, urgentNews.get, urgentNews.getServer);
  return news.length === 0 ? null : <Suspense><Strip news={news} audience={audience} /></Suspense>;
}
