'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '@/ui/skeleton';
import type { Tab } from '@/ui/tabs';

// Fetched when their tab is opened.
const waiting = () => <Skeleton className="h-40 w-full max-w-3xl" />;
const RecordFiles = dynamic(() => import('../files/record-files').then((module) => module.RecordFiles), { ssr: false, loading: waiting });
const RecordHistory = dynamic(() => import('../history/record-history').then((module) => module.RecordHistory), { ssr: false, loading: waiting });

export interface RecordTabsOptions {
  /** The record's type, as in permissions: `lead`. */
  subject: string;
  id: string;
  /** How people call such a record: "lead". */
  what: string;
  /** Whether its client sees the record, and so may be shown files of it. */
  shareable?: boolean;
  /** After an earlier value was brought back. */
  onRestored: () => void;
}

/** The tabs that every record has, after its own: files, history. */
export function recordTabs({ onRestored, ...record }: RecordTabsOptions): Tab[] {
  return [
    { id: 'files', label: 'Files', content: <RecordFiles {...record} /> },
    { id: 'history', label: 'History', content: <RecordHistory subject={record.subject} id={record.id} onRestored={onRestored} /> },
  ];
}
