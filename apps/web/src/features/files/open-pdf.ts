import type { PDFDocumentProxy } from 'pdfjs-dist';

/** An opened document, and how to let it go. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close: () => void;
}

/**
 * Opens a PDF in a worker of its own, without evaluating code and without frames.
 *
 * @throws when it is broken or locked by a password
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const pdf = await import('pdfjs-dist');
  const worker = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' });
  const pdfWorker = pdf.PDFWorker.create({ port: worker });
  // The content security policy allows no WebAssembly; the few images that want it stay blank.
  const task = pdf.getDocument({ data: bytes, worker: pdfWorker, useWasm: false, enableXfa: false });
  const close = () => {
    void task.destroy().catch(() => undefined);
    pdfWorker.destroy();
    worker.terminate();
  };
  try {
    return { document: await task.promise, close };
  } catch (error) {
    close();
    throw error;
  }
}
