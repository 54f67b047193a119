import type { ReactNode } from 'react';

/** What a bulk action reports: how many were done, which were skipped and why. */
export interface BulkReport {
  done: number;
  skipped: readonly { id: string; label?: string; reason: string }[];
  /** Present: the report offers an undo for ten seconds. */
  undo?: () => Promise<void>;
}

/** An action on the selected rows. Only give those that the viewer may use. */
export interface BulkAction<Row> {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Asks first (deletion, money, permissions, publishing). */
  confirm?: (rows: readonly Row[]) => { title: string; body: ReactNode; confirmLabel: string };
  /** May open a dialog of its own and resolve later; null means the person gave up. */
  run: (rows: readonly Row[]) => Promise<BulkReport | null>;
}

/** Runs `each` over the rows, four at a time, and gathers the report; the reason is what `each` returns, null for done. */
export async function inBulk<Row>(rows: readonly Row[], idOf: (row: Row) => string, labelOf: (row: Row) => string, each: (row: Row) => Promise<string | null>): Promise<BulkReport> {
  const queue = [...rows];
  const skipped: { id: string; label: string; reason: string }[] = [];
  let done = 0;
  const worker = async () => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      const reason = await each(row);
      if (reason === null) done += 1;
      else skipped.push({ id: idOf(row), label: labelOf(row), reason });
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return { done, skipped };
}
