'use client';
import { useState } from 'react';
import { Button, Dialog } from '@/ui';

/** A secret of a key, shown this once. */
export function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open onOpenChange={(open) => !open && onClose()} title={`The secret of ${name}`} description="Keep it where the program finds it. It is not shown again; if it is lost, replace it."
      footer={<Button variant="primary" onClick={onClose}>I have kept it</Button>}
    >
      <div className="flex flex-col items-start gap-3">
        <code className="w-full rounded-md bg-sunken p-3 font-mono text-sm break-all">{secret}</code>
        <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</Button>
        <p className="text-sm text-muted">The program sends it as <code className="font-mono">Authorization: Bearer …</code></p>
      </div>
    </Dialog>
  );
}
