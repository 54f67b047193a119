'use client';
import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@/ui';
import { fetchFile, FileRefusal } from './fetch-file';
import { type OpenPdf, openPdf } from './open-pdf';

type State = { pdf: OpenPdf } | { problem: string } | null;

/** The pages of a PDF under each other; each is drawn when it comes into sight. */
export function PdfPreview({ url, name }: { url: string; name: string }) {
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    const ending = new AbortController();
    let opened: OpenPdf | null = null;
    const open = async () => {
      try {
        const response = await fetchFile(url, { signal: ending.signal });
        opened = await openPdf(await response.arrayBuffer());
        if (ending.signal.aborted) opened.close();
        else setState({ pdf: opened });
      } catch (error) {
        if (!ending.signal.aborted) setState({ problem: error instanceof FileRefusal ? error.message : 'This PDF cannot be drawn here: it is locked or damaged. Download it to open it.' });
      }
    };
    void open();
    return () => {
      ending.abort();
      opened?.close();
    };
  }, [url]);
  if (!state) return <Skeleton className="h-96 w-full" />;
  if ('problem' in state) return <p role="alert" className="max-w-xs text-center text-sm text-danger-text">{state.problem}</p>;
  const pages = Array.from({ length: state.pdf.document.numPages }, (_, index) => index + 1);
  return (
    <div tabIndex={0} data-own-arrows role="group" aria-label={`Pages of ${name}`} className="flex max-h-[60vh] w-full flex-col gap-3 overflow-y-auto rounded-md border bg-sunken p-3">
      {pages.map((page) => <Page key={page} pdf={state.pdf} number={page} of={pages.length} />)}
    </div>
  );
}

function Page({ pdf, number, of }: { pdf: OpenPdf; number: number; of: number }) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  useEffect(() => {
    if (near || !place.current) return undefined;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '600px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [near]);
  useEffect(() => {
    if (!near) return undefined;
    let stop = () => undefined as void;
    let over = false;
    const draw = async () => {
      const page = await pdf.document.getPage(number);
      const [target, box] = [canvas.current, place.current];
      if (over || !target || !box) return;
      const fit = box.clientWidth / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: fit * Math.min(2, window.devicePixelRatio || 1) });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = page.render({ canvas: target, viewport });
      stop = () => task.cancel();
      await task.promise;
    };
    draw().catch(() => undefined); // cancelled, or a broken page: it stays white
    return () => {
      over = true;
      stop();
    };
  }, [near, pdf, number]);
  return (
    <div ref={place} className="w-full shrink-0">
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${of}`} className="block min-h-40 w-full rounded-sm border bg-white" />
    </div>
  );
}
