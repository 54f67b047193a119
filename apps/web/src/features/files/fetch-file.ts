import { refreshSession } from '@/graphql/refresh';
import { refusalOf } from './file-words';

/** A refusal of the file server, in words. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
}

/**
 * Asks for a file with the session's cookie, which is renewed once when it has run out.
 *
 * @throws FileRefusal in a sentence a person can act on
 */
export async function fetchFile(url: string, init: RequestInit = {}): Promise<Response> {
  const ask = () => fetch(url, { credentials: 'same-origin', ...init });
  try {
    let response = await ask();
    if (response.status === 401 && (await refreshSession().catch(() => false))) response = await ask();
    if (response.ok) return response;
    throw new FileRefusal(refusalOf(response.status, await response.text().catch(() => '')));
  } catch (error) {
    if (error instanceof FileRefusal || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new FileRefusal('The file cannot be reached. Check the connection and try again.');
  }
}

/**
 * Downloads a file under its name. Asked for its head first, so that what is saved is the file and never a refusal.
 *
 * @throws FileRefusal
 */
export async function download(url: string, name: string): Promise<void> {
  await fetchFile(url, { method: 'HEAD' });
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
