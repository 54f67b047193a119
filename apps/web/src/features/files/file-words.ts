/** What a file is to a person: decides its mark and how it can be looked at. */
export type FileKind = 'IMAGE' | 'PDF' | 'TEXT' | 'VIDEO' | 'AUDIO' | 'SHEET' | 'ARCHIVE' | 'DOCUMENT' | 'OTHER';

const BY_TYPE: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\//, 'IMAGE'],
  [/^application\/pdf$/, 'PDF'],
  [/^video\//, 'VIDEO'],
  [/^audio\//, 'AUDIO'],
  [/csv|spreadsheet|ms-excel/, 'SHEET'],
  [/zip|x-tar|gzip|x-7z|x-rar/, 'ARCHIVE'],
  [/^text\/|^application\/(json|xml|x-ndjson)$/, 'TEXT'],
  [/word|opendocument|presentation|powerpoint|rtf/, 'DOCUMENT'],
];

/** The kind by the type that the server found in the content (or the browser guessed, before that). */
export function kindOf(contentType: string): FileKind {
  const [type = ''] = contentType.toLowerCase().split(';');
  return BY_TYPE.find(([pattern]) => pattern.test(type.trim()))?.[1] ?? 'OTHER';
}

const WORDS: Readonly<Record<FileKind, string>> = {
  IMAGE: 'Image', PDF: 'PDF', TEXT: 'Text', VIDEO: 'Video', AUDIO: 'Sound', SHEET: 'Table', ARCHIVE: 'Archive', DOCUMENT: 'Document', OTHER: 'File',
}; // prettier-ignore

/** "PDF", "Image": what stands small beside the name. */
export const kindWord = (contentType: string): string => WORDS[kindOf(contentType)];

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes to `1.4 MB`, in the person's locale; 1 MB is 1,024 kB, as the server's policy and its refusals count. */
export function formatBytes(bytes: number | string, locale: string): string {
  let value = Number(bytes);
  let step = 0;
  while (value >= 1_023.5 && step < UNITS.length - 1) {
    value /= 1_024;
    step++;
  }
  const digits = step > 0 && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: digits }).format(value);
}

const SENTENCES: Readonly<Record<number, string>> = {
  0: 'The server cannot be reached. It goes on as soon as the connection is back.',
  401: 'Your session has ended. Sign in again.',
  403: 'You may not put files here.',
  404: 'The server has forgotten this upload. Send it again.',
  410: 'The server has forgotten this upload. Send it again.',
  413: 'The file is larger than your organization allows.',
  415: 'Your organization does not allow this type of file.',
  429: 'Too many files in a short time. Wait a minute and try again.',
  507: 'There is no room left for files. An administrator can make some.',
};

/**
 * Why the server refused an upload, in its own words when it has any.
 *
 * @param status 0 when there was no answer
 * @param body what it answered: JSON `{ errors: [{ message }] }`, or anything
 */
export function refusalOf(status: number, body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message?: unknown }[] };
    const message = errors?.[0]?.message;
    if (typeof message === 'string' && message) return message;
  } catch {
    // Not ours (a proxy's page): the status says enough.
  }
  return SENTENCES[status] ?? 'The file could not be sent. Try again.';
}

/** Whether trying the very same again can help. */
export function canTryAgain(status: number): boolean {
  return status === 0 || status >= 500 || [401, 404, 409, 410, 423, 429].includes(status);
}

/** A pasted picture has no name of its own: "Pasted 2026-11-21 12.30.05.png". */
export function nameOfPasted(type: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [two(now.getHours()), two(now.getMinutes()), two(now.getSeconds())].join('.');
  const ending = /^image\/(png|jpeg|gif|webp)$/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
  return `Pasted ${day} ${time}.${ending}`;
}
