import { refuse } from '@throughline/platform/kernel';

export const ENCODINGS = ['UTF_8', 'UTF_16LE', 'UTF_16BE', 'WINDOWS_1252'] as const;
/** How bytes become characters. WINDOWS_1252 holds Latin-1 and is what Excel writes on a Western Windows. */
export type Encoding = (typeof ENCODINGS)[number];

const LABELS = { UTF_8: 'utf-8', UTF_16LE: 'utf-16le', UTF_16BE: 'utf-16be' } as const;
const HEAD_BYTES = 4_096;

/**
 * Finds a file's encoding while it streams by: a byte order mark, else the zero bytes of UTF-16, else UTF-8 if every
 * byte of the whole file is valid UTF-8, else Windows-1252.
 */
export class EncodingDetector {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private head = Buffer.alloc(0);
  private validUtf8 = true;

  push(chunk: Uint8Array): void {
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    if (this.validUtf8) this.validUtf8 = this.decodes(chunk, true);
  }

  /**
   * @returns the encoding of everything pushed
   * @throws AppError VALIDATION_FAILED for files that are no text, with what to do instead
   */
  finish(): Encoding {
    const { head } = this;
    if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
      throw refuse('VALIDATION_FAILED', 'This is an Excel or ZIP file. Open it, save the sheet as "CSV UTF-8" and upload that file.', 'file');
    }
    if (head[0] === 0xff && head[1] === 0xfe) return 'UTF_16LE';
    if (head[0] === 0xfe && head[1] === 0xff) return 'UTF_16BE';
    const zeros = [0, 0];
    head.forEach((byte, index) => { if (byte === 0) zeros[index % 2]!++; });
    const many = head.length * 0.15;
    if (zeros[1]! > many && zeros[0]! * 8 < zeros[1]!) return 'UTF_16LE';
    if (zeros[0]! > many && zeros[1]! * 8 < zeros[0]!) return 'UTF_16BE';
    if (zeros[0]! + zeros[1]! > 0) {
      throw refuse('VALIDATION_FAILED', 'This is not a text file. Export the data as CSV and upload that file.', 'file');
    }
    return this.validUtf8 && this.decodes(new Uint8Array(), false) ? 'UTF_8' : 'WINDOWS_1252';
  }

  private decodes(bytes: Uint8Array, stream: boolean): boolean {
    try {
      this.utf8.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** Turns a file's bytes into text piece by piece; a byte order mark is dropped, impossible bytes become U+FFFD. */
export interface TextReader {
  push(chunk: Uint8Array): string;
  end(): string;
}

export function textReader(encoding: Encoding): TextReader {
  if (encoding === 'WINDOWS_1252') return { push: decodeWindows1252, end: () => '' };
  const decoder = new TextDecoder(LABELS[encoding]);
  return { push: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/** What Windows-1252 has where Latin-1 has control characters: 0x80 to 0x9f. */
const EXTRA = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, because the TextDecoder of Node 20 reads windows-1252 as Latin-1. */
function decodeWindows1252(chunk: Uint8Array): string {
  const latin1 = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => EXTRA[character.charCodeAt(0) - 0x80]!);
}
