'use client';
import { CircleHelp } from 'lucide-react';
import Link from 'next/link';
import { useCan } from '@/session';
import { Button } from '@/ui';
import { HandOffCard } from '../hand-offs/hand-off-card';

/** What stands beside every record below its facts: who has the ball, and, for those who look after rights, who may do what with it. */
export function RecordSide({ subject, recordId }: { subject: string; recordId: string }) {
  const explains = useCan('role.explain');
  return (
    <>
      <HandOffCard subject={subject} recordId={recordId} />
      {explains ? (
        <Button asChild variant="quiet" size="sm" className="self-start">
          <Link href={`/settings/explain?permission=${subject}.read&record=${recordId}`}><CircleHelp aria-hidden className="size-4" /> Who may see this, and why?</Link>
        </Button>
      ) : null}
    </>
  );
}
