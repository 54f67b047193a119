import { refuse } from '@throughline/platform/kernel';

/** The one version of the protocol that we speak (tus 1.0.0). */
export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = 'creation,creation-with-upload,expiration,termination';
export const CONTENT_TYPE = 'application/offset+octet-stream';

/** A header that came once, or not at all. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** @throws AppError PRECONDITION_FAILED (412, as the protocol wants it) */
export function requireVersion(headers: Headers): void {
  if (headers['tus-resumable'] !== TUS_VERSION) throw refuse('PRECONDITION_FAILED', `Uploads speak tus ${TUS_VERSION}.`);
}

/** A whole number of bytes that a header announces. @throws AppError VALIDATION_FAILED */
export function byteCount(headers: Headers, name: 'upload-length' | 'upload-offset'): number {
  const value = headers[name];
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) throw refuse('VALIDATION_FAILED', `${name === 'upload-length' ? 'Upload-Length' : 'Upload-Offset'} must be a number of bytes.`, 'file');
  return Number(value);
}

/**
 * `filename d29ybGQ=,filetype aW1n`: keys with values in base64.
 *
 * @throws AppError VALIDATION_FAILED
 */
export function metadata(headers: Headers): ReadonlyMap<string, string> {
  const given = headers['upload-metadata'];
  if (given === undefined || given === '') return new Map();
  const wrong = (): Error => refuse('VALIDATION_FAILED', 'Upload-Metadata must consist of keys and values in base64.', 'file');
  if (typeof given !== 'string' || given.length > 4_000) throw wrong();
  return new Map(given.split(',').map((pair) => {
    const [, key, value = ''] = /^\s*([^\s,]+)(?: ([A-Za-z0-9+/]*={0,2}))?\s*$/.exec(pair) ?? [];
    if (key === undefined) throw wrong();
    return [key, Buffer.from(value, 'base64').toString('utf8')];
  }));
}
