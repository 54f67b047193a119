import type { DetailedError, Upload } from 'tus-js-client';
import { refreshSession } from '@/graphql/refresh';
import { canTryAgain, refusalOf } from './file-words';
import type { SendingEvents, Transport } from './upload-queue';

const ENDPOINT = '/files/uploads';
/** What one request carries: small enough for proxies on the way, large enough not to be slow. */
const CHUNK_BYTES = 8_000_000;
/** Pauses after a lost connection; begun anew whenever something got through. */
const RETRIES_MS = [0, 1_000, 3_000, 5_000, 10_000, 15_000, 30_000, 30_000, 60_000, 60_000];

/** The file's id is the last part of its upload's address. */
const idOf = (url: string | null): string => /([^/?#]+)\/?(?:[?#]|$)/.exec(url ?? '')?.[1] ?? '';

const statusOf = (error: Error | DetailedError): number => ('originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0);

/**
 * Sends a file by tus 1.0: in pieces, from where the server is, across lost connections and ended sessions. The same file chosen again
 * after a reload goes on where it stopped.
 */
export const sendResumable: Transport = (file, events) => {
  let upload: Upload | null = null;
  let paused = false;
  let cancelled = false;
  const again = () => {
    if (!upload || paused || cancelled) return;
    void upload.abort().then(() => !paused && !cancelled && upload?.start());
  };
  const stop = () => window.removeEventListener('online', again);
  const begin = async () => {
    try {
      upload ??= await makeUpload(file, events, stop);
    } catch {
      // The code itself could not be fetched.
      events.onProblem(refusalOf(0, ''), true);
      return;
    }
    window.addEventListener('online', again);
    if (!paused && !cancelled) upload.start();
  };
  void begin();
  return {
    pause: () => {
      paused = true;
      stop();
      void upload?.abort();
    },
    resume: () => {
      paused = false;
      void begin();
    },
    cancel: () => {
      cancelled = true;
      stop();
      // Nobody waits for it: what was begun is removed after a day anyway.
      void upload?.abort(true).catch(() => undefined);
    },
  };
};

async function makeUpload(file: File, events: SendingEvents, stop: () => void): Promise<Upload> {
  const tus = await import('tus-js-client');
  let renewed = true;
  const upload = new tus.Upload(file, {
    endpoint: ENDPOINT,
    metadata: { filename: file.name, filetype: file.type || 'application/octet-stream' },
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRIES_MS,
    removeFingerprintOnSuccess: true,
    onAfterResponse: async (_, response) => {
      // The session of cookies is renewed as for GraphQL; the piece is then sent again.
      if (response.getStatus() === 401) renewed = await refreshSession().catch(() => false);
    },
    onShouldRetry: (error) => {
      const status = statusOf(error);
      if (status === 401) return renewed;
      if (status !== 0 && status < 500 && status !== 409 && status !== 423) return false;
      events.onLost();
      return true;
    },
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: () => {
      stop();
      events.onDone(idOf(upload.url));
    },
    onError: (error) => {
      stop();
      const status = statusOf(error);
      events.onProblem(refusalOf(status, 'originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : ''), canTryAgain(status));
    },
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  return upload;
}
