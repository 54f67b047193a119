'use client';
import { useState } from 'react';
import { Button } from '@/ui/button';

/** Recovery codes, shown once: to copy or save before going on. */
export function RecoveryCodes({ codes, onDone, done = 'I have saved them' }: { codes: readonly string[]; onDone: () => void; done?: string }) {
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">Keep these codes where you find them without your phone. Each lets you in once. They are not shown again.</p>
      <ul aria-label="Recovery codes" className="grid grid-cols-1 gap-1 rounded-md bg-sunken p-3 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</Button>
        <a
          className="inline-flex items-center rounded-md border px-3 text-sm hover:bg-sunken"
          download="throughline-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Save as a file
        </a>
      </div>
      <Button variant="primary" size="lg" className="w-full" onClick={onDone}>
        {done}
      </Button>
    </div>
  );
}
