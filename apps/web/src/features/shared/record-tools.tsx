'use client';
import { AlarmClock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useShortcut, usePaletteActions } from '@/kit';
import { useCan } from '@/session';
import { Button, Tooltip } from '@/ui';
import { PeopleHere } from '../presence/people-here';
import { useRecordPresence } from '../presence/use-record-presence';

const RemindDialog = dynamic(() => import('../reminders/remind-dialog').then((module) => module.RemindDialog), { ssr: false });

export interface RecordToolsProps {
  /** The record's type, as in permissions: `lead`. */
  subject: string;
  id: string;
  name: string;
}

/** What every record's head has: who else is here, and a reminder of it. */
export function RecordTools({ subject, id, name }: RecordToolsProps) {
  const people = useRecordPresence(subject, id);
  const [reminding, setReminding] = useState(false);
  const mayRemind = useCan('reminder.keep');
  const open = () => setReminding(true);
  useShortcut('Shift+R', 'Remind me of this', open, { group: 'Record', enabled: mayRemind });
  usePaletteActions(`tools-${id}`, mayRemind ? [{ id: 'remind', label: 'Remind me of this…', group: 'This record', keywords: ['reminder', 'later', 'snooze'], keys: 'Shift+R', run: open }] : []);
  return (
    <>
      <PeopleHere people={people} />
      {mayRemind ? <Tooltip label="Remind me" keys="Shift+R"><Button variant="ghost" size="icon" aria-label="Remind me" onClick={open}><AlarmClock aria-hidden className="size-4" /></Button></Tooltip> : null}
      {reminding ? <RemindDialog record={{ subject, id, name }} onClose={() => setReminding(false)} /> : null}
    </>
  );
}
