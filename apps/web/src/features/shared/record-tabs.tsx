'use client';
import dynamic from 'next/dynamic';
import { NavCount } from '@/shell/nav-count';
import { recordCount, useNavCount } from '@/shell/nav-counts';
import { Skeleton } from '@/ui/skeleton';
import type { Tab } from '@/ui/tabs';

// Fetched when their tab is opened.
const waiting = () => <Skeleton className="h-40 w-full max-w-3xl" />;
const RecordFiles = dynamic(() => import('../files/record-files').then((module) => module.RecordFiles), { ssr: false, loading: waiting });
const RecordChat = dynamic(() => import('../chat/record-chat').then((module) => module.RecordChat), { ssr: false, loading: waiting });
/** The history of a record, for the tabs of records without chat and files. */
export const RecordHistory = dynamic(() => import('../history/record-history').then((module) => module.RecordHistory), { ssr: false, loading: waiting });

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

/** What is unread in the record's chat. */
function ChatCount({ id }: { id: string }) {
  return <NavCount count={useNavCount(recordCount(id))} narrow={false} />;
}

/** The tabs that every record has, after its own: chat, files, history. */
export function recordTabs({ onRestored, ...record }: RecordTabsOptions): Tab[] {
  return [
    { id: 'chat', label: 'Chat', mark: <ChatCount id={record.id} />, content: <RecordChat subject={record.subject} recordId={record.id} what={record.what} /> },
    { id: 'files', label: 'Files', content: <RecordFiles {...record} /> },
    { id: 'history', label: 'History', content: <RecordHistory subject={record.subject} id={record.id} onRestored={onRestored} /> },
  ];
}
