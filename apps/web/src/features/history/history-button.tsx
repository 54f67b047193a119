'use client';
import { History } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/ui/button';

// Fetched when it opens.
const HistoryDialog = dynamic(() => import('./history-dialog').then((module) => module.HistoryDialog), { ssr: false });

export interface HistoryButtonProps {
  /** The record's type, as in permissions: `milestone`. */
  subject: string;
  id: string;
  name: string;
  /** After an earlier value was brought back: load what is shown again. */
  onRestored: () => void;
}

/** Opens the history of a record that has no page of its own, with its earlier values to bring back. */
export function HistoryButton(props: HistoryButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" className="self-start" icon={<History aria-hidden className="size-3.5" />} onClick={() => setOpen(true)}>History</Button>
      {open ? <HistoryDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
