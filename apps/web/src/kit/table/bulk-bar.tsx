'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Dialog } from '@/ui/dialog';
import { notify } from '@/ui/toaster';
import type { BulkAction, BulkReport } from '../list/bulk';

export interface BulkBarProps<Row> {
  rows: readonly Row[];
  actions: readonly BulkAction<Row>[];
  what: string;
  onClear: () => void;
  /** After a run: the list is loaded again. */
  onDone: () => void;
}

function Report({ report, label, onClose }: { report: BulkReport; label: string; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title={`${label}: ${report.done} done, ${report.skipped.length} skipped`} footer={<Button onClick={onClose}>Close</Button>}>
      <ul className="flex flex-col divide-y">
        {report.skipped.map((skip) => (
          <li key={skip.id} className="flex flex-col py-2 sm:flex-row sm:justify-between sm:gap-6">
            <span className="font-medium">{skip.label ?? skip.id}</span>
            <span className="text-muted">{skip.reason}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Appears with a selection: how many, what can be done with them, and afterwards what was done, skipped, and why. */
export function BulkBar<Row>({ rows, actions, what, onClear, onDone }: BulkBarProps<Row>) {
  const [running, setRunning] = useState<string | null>(null);
  const [asking, setAsking] = useState<BulkAction<Row> | null>(null);
  const [report, setReport] = useState<{ report: BulkReport; label: string } | null>(null);

  const run = async (action: BulkAction<Row>) => {
    setRunning(action.id);
    try {
      const result = await action.run(rows);
      if (!result) return;
      if (result.undo) notify.undoable(`${action.label}: ${result.done} done`, result.undo);
      else if (result.skipped.length === 0) notify.success(`${action.label}: ${result.done} done`);
      if (result.skipped.length > 0) setReport({ report: result, label: action.label });
      onClear();
      onDone();
    } catch (error) {
      notify.error(`${action.label} failed`, error instanceof Error ? error.message : undefined);
    } finally {
      setRunning(null);
    }
  };
  const question = asking?.confirm?.(rows);
  return (
    <>
      {rows.length > 0 ? (
        <div role="region" aria-label="Selection" className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-3">
          <div className="pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-xl border bg-raised p-1.5 shadow-pop animate-slide-up">
            <span className="tabular px-2.5 font-medium whitespace-nowrap" role="status">
              {rows.length} selected
            </span>
            {actions.map((action) => (
              <Button
                key={action.id}
                size="sm"
                variant="ghost"
                icon={action.icon}
                busy={running === action.id}
                disabled={running !== null}
                className={action.danger ? 'text-danger-text hover:text-danger-text' : 'text-text'}
                onClick={() => (action.confirm ? setAsking(action) : void run(action))}
              >
                {action.label}
              </Button>
            ))}
            <Button size="icon-sm" variant="ghost" aria-label={`Clear selection of ${what}`} onClick={onClear}>
              <X aria-hidden className="size-4" />
            </Button>
          </div>
        </div>
      ) : null}
      {asking && question ? (
        <ConfirmDialog open onOpenChange={() => setAsking(null)} title={question.title} body={question.body} confirmLabel={question.confirmLabel} danger={asking.danger} onConfirm={() => run(asking)} />
      ) : null}
      {report ? <Report report={report.report} label={report.label} onClose={() => setReport(null)} /> : null}
    </>
  );
}
