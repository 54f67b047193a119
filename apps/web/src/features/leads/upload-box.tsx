'use client';
import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { Button, ProgressBar } from '@/ui';
import { uploadFile } from './upload-file';

/** Where a file is dropped or chosen; it leads to the mapping. */
export function UploadBox() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setProblem(null);
    setShare(0);
    running.current = new AbortController();
    const outcome = await uploadFile(file, setShare, running.current.signal);
    setShare(null);
    if (outcome.ok) router.push(`/leads/import/${outcome.id}`);
    else if (!running.current.signal.aborted) setProblem(outcome.reason);
  };
  return (
    <section
      aria-label="New import"
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); void take(event.dataTransfer.files[0]); }}
      className={cn('flex max-w-4xl flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-10 text-center', over ? 'border-accent bg-accent-soft' : 'bg-raised')}
    >
      <FileUp aria-hidden className="size-6 text-muted" />
      {share === null ? (
        <>
          <p className="text-sm"><span className="font-medium">Drop a CSV file here</span> <span className="text-muted">or choose one. Up to 50 MB, the first line names the columns.</span></p>
          <input ref={input} type="file" accept=".csv,.tsv,.txt,text/csv" className="sr-only" tabIndex={-1} aria-label="CSV file" onChange={(event) => void take(event.target.files?.[0])} />
          <Button variant="primary" onClick={() => input.current?.click()}>Choose a file</Button>
        </>
      ) : (
        <div className="flex w-full max-w-md flex-col gap-3">
          <ProgressBar basisPoints={Math.round(share * 10_000)} label="Sending the file" size="lg" />
          <Button variant="ghost" className="self-center" onClick={() => running.current?.abort()}>Cancel</Button>
        </div>
      )}
      {problem ? <p role="alert" className="max-w-prose text-sm text-danger-text">{problem}</p> : null}
    </section>
  );
}
