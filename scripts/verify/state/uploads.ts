import type { ApiClient } from '../../../libs/testing/api/session.js';

const cookieOf = (api: ApiClient): string => `tl_access=${api.cookie('tl_access') ?? ''}`;

/** Sends a file of leads. @returns the import's id */
export async function uploadImport(api: ApiClient, csv: string): Promise<string> {
  const answer = await fetch(`${api.url}/files/imports?name=leads.csv`, { method: 'POST', headers: { cookie: cookieOf(api), 'content-type': 'text/csv' }, body: csv });
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** Sends a text file, which then waits for a record. @returns the file's id */
export async function uploadFile(api: ApiClient, name: string): Promise<string> {
  const content = `What stands in ${name}`;
  const answer = await fetch(`${api.url}/files/uploads`, {
    method: 'POST', body: content,
    headers: {
      cookie: cookieOf(api), 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  return answer.headers.get('location')!.split('/').at(-1)!;
}
