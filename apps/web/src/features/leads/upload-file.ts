import { refreshSession } from '@/graphql/refresh';

/** What came of an upload. */
export type Upload = { ok: true; id: string } | { ok: false; reason: string };

export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Sends a file to the import. The file itself is the request's body, so that the browser streams it.
 *
 * @param onProgress share that has been sent, 0 to 1
 */
export async function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, reason: 'A file may have at most 50 MB. Split it, or leave out columns you do not need.' };
  const first = await send(file, onProgress, signal);
  if (first.status !== 401) return outcomeOf(first);
  // The session needs renewing, which GraphQL does by itself.
  return (await refreshSession().catch(() => false)) ? outcomeOf(await send(file, onProgress, signal)) : { ok: false, reason: 'Your session has ended. Sign in again.' };
}

interface Answer {
  /** 0: the server was not reached. */
  status: number;
  body: { id?: string; errors?: { message: string }[] } | null;
}

/** By XMLHttpRequest, because `fetch` tells nothing of what has been sent. */
function send(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Answer> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/imports?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'text/csv');
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onloadend = () => done({ status: request.status, body: request.response as Answer['body'] });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function outcomeOf({ status, body }: Answer): Upload {
  if (body?.id) return { ok: true, id: body.id };
  return { ok: false, reason: body?.errors?.[0]?.message ?? (status === 0 ? 'The server cannot be reached. Check the connection and try again.' : 'The file could not be sent. Try again.') };
}
