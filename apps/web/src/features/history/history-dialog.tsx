'use client';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import type { HistoryButtonProps } from './history-button';
import { RecordHistory } from './record-history';

/** What happened to a record, in a window. */
export function HistoryDialog({ subject, id, name, onRestored, onClose }: HistoryButtonProps & { onClose: () => void }) {
  return (
    // A form behind it must not take its keys.
    <div role="presentation" onKeyDown={(event) => event.stopPropagation()}>
      <Dialog open onOpenChange={onClose} size="lg" title={`History of ${name}`} footer={<Button onClick={onClose}>Close</Button>}>
        <RecordHistory subject={subject} id={id} onRestored={onRestored} />
      </Dialog>
    </div>
  );
}
