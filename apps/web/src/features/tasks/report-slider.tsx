'use client';
import { useState } from 'react';
import { ReportTaskProgressDocument } from '@/gql/tasks/tasks';
import { useMutationWithIdempotency } from '@/graphql';
import { Button, notify, PercentText } from '@/ui';
import type { Task } from './task-parts';

/** The share that whoever works on it says is done. */
export function ReportSlider({ task, onReported }: { task: Task; onReported: () => void }) {
  const report = useMutationWithIdempotency(ReportTaskProgressDocument, (data) => data.reportTaskProgress);
  const [share, setShare] = useState(Math.floor(task.reportBasisPoints / 100));
  const working = ['TODO', 'IN_PROGRESS', 'BLOCKED'].includes(task.status);
  if (!working) return null;
  const save = async () => {
    const outcome = await report.run({ input: { id: task.id, version: task.version, progressBasisPoints: share * 100 } });
    if (!outcome.ok) notify.error('Not saved', outcome.failure.message);
    onReported();
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor="report" className="text-sm font-medium max-sm:basis-full">Done so far</label>
      <input id="report" type="range" min={0} max={95} step={5} value={share} onChange={(event) => setShare(Number(event.target.value))} className="min-w-32 flex-1" />
      <output htmlFor="report" className="tabular w-12 text-right text-sm"><PercentText basisPoints={share * 100} /></output>
      <Button size="sm" busy={report.busy} disabled={share * 100 === task.reportBasisPoints} onClick={() => void save()}>Report</Button>
    </div>
  );
}
