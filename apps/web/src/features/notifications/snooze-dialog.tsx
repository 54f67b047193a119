'use client';
import { Dialog } from '@/ui';
import { LaterChoices } from './later-choices';

/** Until when notifications are put away. */
export function SnoozeDialog({ count, onChoose, onClose }: { count: number; onChoose: (until: Date) => void; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} size="sm" title={count === 1 ? 'Put off until' : `Put ${count} off until`} description="Then they come back to the inbox, unread.">
      <LaterChoices verb="Put off" onChoose={onChoose} />
    </Dialog>
  );
}
