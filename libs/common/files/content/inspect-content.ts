import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '@throughline/platform/kernel';
import { endingOf } from './file-name.js';
import { endingsOf, KNOWN_TYPES, PICTURES, typesOfEnding, ZIPPED } from './file-types.js';
import { refuseActiveSvg } from './svg-contents.js';
import { kindOfText } from './text-contents.js';
import { zipNames } from './zip-contents.js';

/** Reads a stretch of a file's content, `[from, to)`. */
export type ReadContent = (from: number, to: number) => Promise<Buffer>;

/** What is looked at to tell the type. */
const HEAD_BYTES = 512 * 1024;
const MOST_SVG_BYTES = 4 * 1024 * 1024;
/** A picture is held whole by whoever decodes it. */
export const MOST_PICTURE_BYTES = 64 * 1024 * 1024;

/** file-type's names for what we call otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/apng': 'image/png', 'video/x-m4v': 'video/mp4', 'audio/mp4': 'audio/x-m4a', 'audio/vnd.wave': 'audio/wav', 'application/vnd.rar': 'application/x-rar-compressed',
  'application/x-gzip': 'application/gzip', 'text/xml': 'application/xml',
};

/** What a file is, and the name it gets. */
export interface Inspected {
  contentType: string;
  name: string;
}

/**
 * Decides what a file is by its content, compares that with its name and with what the organization allows, and looks for what
 * may not come in: programs, scripts, macros, bombs, cut-off archives.
 *
 * @param allowed content types of the policy
 * @throws AppError VALIDATION_FAILED at `file`, in a sentence for whoever uploaded it
 */
export async function inspectContent(file: { name: string; bytes: number }, allowed: readonly string[], read: ReadContent): Promise<Inspected> {
  const head = await read(0, Math.min(file.bytes, HEAD_BYTES));
  const contentType = await typeOf(head, file.name);
  const name = fittingName(file.name, contentType);
  refuseForbidden(contentType, allowed);
  if (PICTURES.has(contentType) && file.bytes > MOST_PICTURE_BYTES) {
    throw refuse('VALIDATION_FAILED', `A picture may have ${MOST_PICTURE_BYTES / 1024 ** 2} MB at most. Save it smaller, or send it as a ZIP archive.`, 'file');
  }
  if (contentType === 'image/svg+xml') {
    if (file.bytes > MOST_SVG_BYTES) throw refuse('VALIDATION_FAILED', 'This SVG is too large. Save it simpler, or send it as a ZIP archive.', 'file');
    refuseActiveSvg((await read(0, file.bytes)).toString('utf8'));
  }
  if (ZIPPED.has(contentType)) {
    const names = await zipNames(file.bytes, read);
    if (contentType !== 'application/zip' && names.some((entry) => /vbaproject\.bin$/i.test(entry))) {
      throw refuse('VALIDATION_FAILED', 'Documents with macros cannot be uploaded. Save it without macros.', 'file');
    }
  }
  return { contentType, name };
}

/**
 * Refuses by the name alone what the content could only confirm, before a byte is sent.
 *
 * @throws AppError VALIDATION_FAILED
 */
export function refuseName(name: string, allowed: readonly string[]): void {
  const ending = endingOf(name);
  if (ending === '') return;
  const types = typesOfEnding(ending);
  if (types.length === 0) throw refuse('VALIDATION_FAILED', `Files that end in .${ending} cannot be uploaded. You can send: ${endingsOf(allowed)}.`, 'file');
  if (!types.some((type) => allowed.includes(type))) refuseForbidden(types[0] ?? '', allowed);
}

async function typeOf(head: Buffer, name: string): Promise<string> {
  // The mark of UTF-16 looks like the beginning of a sound.
  const marked = head[0] !== undefined && head[1] !== undefined && head[0] + head[1] === 0xff + 0xfe && head[0] >= 0xfe;
  const found = marked ? null : ((await fileTypeFromBuffer(head).catch(() => undefined))?.mime.split(';')[0] ?? null);
  const type = found === null ? null : (ALIASES[found] ?? found);
  // Text is no matter of signatures; XML may be a drawing.
  if (type === null || type === 'application/xml') return kindOfText(head, endingOf(name));
  if (Object.hasOwn(KNOWN_TYPES, type)) return type;
  throw refuse('VALIDATION_FAILED', /macroenabled/.test(type) ? 'Documents with macros cannot be uploaded. Save it without macros.' : `Files of this kind (${type}) cannot be uploaded.`, 'file');
}

/** A picture under another picture's ending is common and harmless: it gets the right one. Everything else is a lie or a mistake. */
function fittingName(name: string, contentType: string): string {
  const known = KNOWN_TYPES[contentType];
  const ending = endingOf(name);
  if (!known || known.endings.includes(ending)) return name;
  const right = known.endings[0] ?? '';
  if (ending === '') return `${name}.${right}`;
  if (PICTURES.has(contentType) && typesOfEnding(ending).some((type) => PICTURES.has(type))) return `${name.slice(0, -ending.length)}${right}`;
  throw refuse('VALIDATION_FAILED', `The name ends in .${ending}, but this is a ${known.label} (.${right}). Give it its right name and upload it again.`, 'file');
}

function refuseForbidden(type: string, allowed: readonly string[]): void {
  if (allowed.includes(type)) return;
  throw refuse('VALIDATION_FAILED', `Your organization does not take ${KNOWN_TYPES[type]?.label ?? type} files. You can send: ${endingsOf(allowed)}.`, 'file');
}
