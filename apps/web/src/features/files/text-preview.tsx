'use client';
import { useEffect, useState } from 'react';
import { Skeleton } from '@/ui';
import { fetchFile } from './fetch-file';

/** More of a text nobody reads in a window. */
const SHOWN_BYTES = 200_000;

/** The beginning of a stream as text, without fetching the rest. */
async function beginningOf(response: Response): Promise<{ text: string; cut: boolean }> {
  const reader = response.body?.getReader();
  if (!reader) return { text: await response.text(), cut: false };
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), cut: false };
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    if (bytes >= SHOWN_BYTES) {
      await reader.cancel();
      return { text: text.slice(0, SHOWN_BYTES), cut: true };
    }
  }
}

/** A text as it stands in the file; never drawn as anything but text. */
export function TextPreview({ url, name }: { url: string; name: string }) {
  const [state, setState] = useState<{ text: string; cut: boolean } | { problem: string } | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    fetchFile(url, { signal: ending.signal })
      .then(beginningOf)
      .then(setState, (error: unknown) => !ending.signal.aborted && setState({ problem: error instanceof Error ? error.message : 'The file could not be read.' }));
    return () => ending.abort();
  }, [url]);
  if (!state) return <Skeleton className="h-64 w-full" />;
  if ('problem' in state) return <p role="alert" className="text-sm text-danger-text">{state.problem}</p>;
  return (
    <div className="flex w-full flex-col gap-2">
      {/* Scrolls by keyboard as well. */}
      <pre tabIndex={0} data-own-arrows aria-label={`Text of ${name}`} className="max-h-[60vh] w-full overflow-auto rounded-md border bg-sunken p-3 font-mono text-xs whitespace-pre-wrap break-words">{state.text || 'The file is empty.'}</pre>
      {state.cut ? <p className="text-xs text-muted">This is the beginning. Download the file to read all of it.</p> : null}
    </div>
  );
}
