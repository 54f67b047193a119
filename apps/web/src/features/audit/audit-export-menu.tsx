'use client';
import { Download } from 'lucide-react';
import { type ListState } from '@/kit';
import { Button, DropdownMenu } from '@/ui';
import { auditQuestion } from './use-audit-filters';

/** What the list shows, as a file with the same filters; that it was taken is in the log as well. */
export function AuditExportMenu({ list }: { list: ListState }) {
  const take = (format: 'csv' | 'jsonl') => {
    const { filter, search, refusedOnly } = auditQuestion(list);
    const query = new URLSearchParams({ filter: JSON.stringify(filter), ...(search ? { search } : {}), ...(refusedOnly ? { refusedOnly: 'true' } : {}) });
    const link = document.createElement('a');
    link.href = `/files/audit/events.${format}?${query}`;
    link.download = '';
    link.click();
  };
  return (
    <DropdownMenu
      align="end"
      trigger={<Button icon={<Download aria-hidden className="size-3.5" />}>Export</Button>}
      groups={[{ id: 'formats', label: list.narrowed ? 'Only what is filtered' : 'The whole log', items: [
        { id: 'csv', label: 'CSV, for spreadsheets', onSelect: () => take('csv') },
        { id: 'jsonl', label: 'JSON Lines, for programs', onSelect: () => take('jsonl') },
      ] }]}
    />
  );
}
