import { refuse } from '@throughline/platform/kernel';
import { KNOWN_TYPES, typesOfEnding } from './file-types.js';

/** Bytes that no text has; escapes of terminals are fine in logs. */
const BINARY = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
const START_CHARACTERS = 4_000;
/** What a text may not be, by its beginning: interpreters and browsers would run it. */
const RUNS: readonly [RegExp, string][] = [
  [/^#!/, 'a script'],
  [/^<\?(?:php|=)/i, 'a script'],
  [/^<%/, 'a script'],
  [/^@echo\b/i, 'a script'],
  [/^(?:<!doctype\s+html|<(?:html|head|body|script|iframe|hta:application)\b)/i, 'a web page'],
];

/**
 * What a text is: by its beginning where that tells, else by its ending.
 *
 * @returns a content type of `KNOWN_TYPES`
 * @throws AppError VALIDATION_FAILED for what is no text, or a text that runs
 */
export function kindOfText(head: Buffer, ending: string): string {
  const text = decoded(head);
  if (text === null) throw refuse('VALIDATION_FAILED', 'It cannot be told what this file is. If it is damaged, make it again; otherwise send it in a usual format.', 'file');
  const start = withoutPreamble(text.slice(0, START_CHARACTERS));
  const runs = RUNS.find(([pattern]) => pattern.test(start));
  if (runs) throw refuse('VALIDATION_FAILED', `This is ${runs[1]}, which cannot be uploaded. Send it in a ZIP archive if somebody needs it.`, 'file');
  if (/^<(?:[\w-]+:)?svg\b/i.test(start)) return 'image/svg+xml';
  const type = ending === '' ? 'text/plain' : typesOfEnding(ending).find((name) => KNOWN_TYPES[name]?.text && name !== 'image/svg+xml');
  if (type) return type;
  const known = typesOfEnding(ending)[0];
  throw refuse('VALIDATION_FAILED', known ? `The name ends in .${ending}, but this is no ${KNOWN_TYPES[known]?.label ?? ''}. It may be damaged.` : `Files that end in .${ending} cannot be uploaded.`, 'file');
}

/** UTF-16 with its mark, else bytes as they are: UTF-8 and older one-byte encodings differ only past ASCII. null: no text. */
function decoded(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff) return Buffer.from(head.subarray(2, head.length - (head.length % 2))).swap16().toString('utf16le');
  const text = head.toString('latin1');
  return BINARY.test(text) ? null : text.replace(/^\xef\xbb\xbf/, '');
}

/** Without what may stand before the first element: declarations, comments, white space. */
function withoutPreamble(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const next = rest.replace(/^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>[]*(?:\[[^\]]*\])?[^>]*>)/i, '').trimStart();
    if (next === rest) return rest;
    rest = next;
  }
}
