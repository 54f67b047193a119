'use client';
import { Button, Dialog, Input, notify } from '@/ui';

/** The client's link, right after sending: it is a secret that nobody can look up later. */
export function QuoteLinkDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const address = `${window.location.origin}${path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    notify.success('Link copied');
  };
  return (
    <Dialog
      open onOpenChange={onClose} title="The quote is ready for the client"
      description="Give this link to the client. Whoever has it can read and sign the quote; it is shown only now."
      footer={<><Button onClick={onClose}>Done</Button><Button variant="primary" onClick={() => void copy()}>Copy link</Button></>}
    >
      <Input readOnly value={address} aria-label="The client's link" onFocus={(event) => event.currentTarget.select()} />
    </Dialog>
  );
}
