'use client';
import { RecoveryCodes } from '@/session/recovery-codes';
import { Dialog } from '@/ui';

/** Recovery codes, shown this once: a click beside the window does not lose them, only the button goes on. */
export function CodesDialog({ title, codes, onClose }: { title: string; codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={() => undefined} size="sm" title={title} stays>
      <RecoveryCodes codes={codes} onDone={onClose} />
    </Dialog>
  );
}
