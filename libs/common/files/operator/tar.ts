const BLOCK = 512;
/** What the sizes of the first format hold. */
const LARGEST = 8 * 1024 ** 3;

/** An entry of an archive: a file whose bytes follow, padded by `tarPadding`. */
export interface TarEntry {
  path: string;
  bytes: number;
  at: Date;
}

/**
 * What stands before the bytes of a file in a tar archive (POSIX.1-2001), readable for its owner alone: paths of any length and
 * letters, files of any size.
 */
export function tarHeader({ path, bytes, at }: TarEntry): Buffer {
  const plain = Buffer.byteLength(path) <= 100 && /^[\x20-\x7e]*$/.test(path) && bytes < LARGEST;
  if (plain) return header(path, bytes, at, '0');
  const facts = Buffer.concat([fact('path', path), fact('size', String(bytes))]);
  return Buffer.concat([header('pax', facts.length, at, 'x'), facts, tarPadding(facts.length), header('file', bytes < LARGEST ? bytes : 0, at, '0')]);
}

/** What fills the last block of a file. */
export const tarPadding = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);

/** What ends an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

function header(name: string, bytes: number, at: Date, kind: '0' | 'x'): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  const put = (text: string, offset: number): number => block.write(text, offset, 'latin1');
  put(name, 0);
  put(octal(0o600, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(bytes, 12), 124);
  put(octal(Math.max(0, Math.floor(at.getTime() / 1_000)), 12), 136);
  put(kind, 156);
  put('ustar\x0000', 257);
  // The sum counts its own place as spaces.
  block.fill(' ', 148, 156);
  put(`${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** `27 path=...\n`: a fact counts its own length, digits included. */
function fact(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}
