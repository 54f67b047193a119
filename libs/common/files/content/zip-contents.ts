import { refuse } from '@throughline/platform/kernel';
import type { ReadContent } from './inspect-content.js';

const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const ENTRY_BYTES = 46;
/** More entries than this nobody sends on purpose. */
const MOST_DIRECTORY_BYTES = 16 * 1024 * 1024;
/** What looks like a decompression bomb: much, and out of almost nothing; or more than any disk wants. */
const BOMB_BYTES = 256 * 1024 ** 2;
const BOMB_RATIO = 100;
const MOST_UNPACKED_BYTES = 20 * 1024 ** 3;

const damaged = (): Error => refuse('VALIDATION_FAILED', 'This archive is damaged or was cut off. Make it again and upload that.', 'file');

/**
 * Looks into the list of an archive (also of office documents) without unpacking anything.
 *
 * @returns the names of its entries
 * @throws AppError VALIDATION_FAILED when the list does not hold together, or when unpacking would fill a disk
 */
export async function zipNames(bytes: number, read: ReadContent): Promise<string[]> {
  const directory = await directoryOf(bytes, read);
  const names: string[] = [];
  let [packed, unpacked] = [0, 0];
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [number, number, number];
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
    if (next > directory.length) throw damaged();
    const sizes = sizesOf(directory.subarray(at, next), nameBytes, extraBytes);
    packed += sizes.packed;
    unpacked += sizes.unpacked;
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    if (climbs(name)) throw refuse('VALIDATION_FAILED', 'This archive would write outside the folder it is unpacked in. Make it again from a folder, and upload that.', 'file');
    names.push(name);
    at = next;
  }
  // Entries that share their bytes pack more than there is.
  if (packed > bytes || unpacked > MOST_UNPACKED_BYTES || (unpacked > BOMB_BYTES && unpacked > bytes * BOMB_RATIO)) {
    throw refuse('VALIDATION_FAILED', 'This archive would unpack to far more than it should. It is refused, to protect whoever opens it.', 'file');
  }
  return names;
}

/** Whether an entry would land elsewhere than below the folder where somebody unpacks it. */
const climbs = (name: string): boolean => /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0');

async function directoryOf(bytes: number, read: ReadContent): Promise<Buffer> {
  const start = Math.max(0, bytes - END_BYTES - COMMENT_BYTES);
  const tail = await read(start, bytes);
  let at = tail.length - END_BYTES;
  while (at >= 0 && tail.readUInt32LE(at) !== 0x06054b50) at--;
  if (at < 0) throw damaged();
  let [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (length === 0xffffffff || offset === 0xffffffff) [length, offset] = await largeEnd(bytes, read, tail, at);
  if (offset + length > start + at) throw damaged();
  if (length > MOST_DIRECTORY_BYTES) throw refuse('VALIDATION_FAILED', 'This archive holds too many files. Split it.', 'file');
  return read(offset, offset + length);
}

/** ZIP64: the end of archives past 4 GB. */
async function largeEnd(bytes: number, read: ReadContent, tail: Buffer, at: number): Promise<[number, number]> {
  if (at < 20 || tail.readUInt32LE(at - 20) !== 0x07064b50) throw damaged();
  const where = Number(tail.readBigUInt64LE(at - 12));
  if (where + 56 > bytes) throw damaged();
  const end = await read(where, where + 56);
  if (end.readUInt32LE(0) !== 0x06064b50) throw damaged();
  return [Number(end.readBigUInt64LE(40)), Number(end.readBigUInt64LE(48))];
}

function sizesOf(entry: Buffer, nameBytes: number, extraBytes: number): { packed: number; unpacked: number } {
  let [packed, unpacked] = [entry.readUInt32LE(20), entry.readUInt32LE(24)];
  const end = ENTRY_BYTES + nameBytes + extraBytes;
  for (let at = ENTRY_BYTES + nameBytes; at + 4 <= end;) {
    const [kind, length] = [entry.readUInt16LE(at), entry.readUInt16LE(at + 2)];
    let field = at + 4;
    if (kind === 1) {
      const large = (): number => {
        if (field + 8 > Math.min(end, at + 4 + length)) throw damaged();
        field += 8;
        return Number(entry.readBigUInt64LE(field - 8));
      };
      if (unpacked === 0xffffffff) unpacked = large();
      if (packed === 0xffffffff) packed = large();
    }
    at += 4 + length;
  }
  return { packed, unpacked };
}
