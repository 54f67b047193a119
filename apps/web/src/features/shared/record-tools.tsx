'use client';
import { PeopleHere } from '../presence/people-here';
import { useRecordPresence } from '../presence/use-record-presence';

export interface RecordToolsProps {
  /** The record's type, as in permissions: `lead`. */
  subject: string;
  id: string;
  name: string;
}

/** What every record's head has: who else is here. */
export function RecordTools({ subject, id }: RecordToolsProps) {
  const people = useRecordPresence(subject, id);
  return <PeopleHere people={people} />;
}
