import { crc32, deflateRawSync } from 'node:zlib';

interface Lies {
  /** Sizes that the list of the archive claims, instead of the true ones. */
  unpacked?: number;
  packed?: number;
}

/** A small ZIP archive. */
export function zipOf(entries: Readonly<Record<string, string>>, lies: Lies = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const sizes = { crc: checksum(plain), packed: packed.length, unpacked: plain.length };
    const header = Buffer.concat([bytes([4, 0x04034b50], [2, 20], [2, 0], [2, 8], [4, 0], [4, sizes.crc], [4, sizes.packed], [4, sizes.unpacked], [2, name.length], [2, 0]), Buffer.from(name)]);
    central.push(bytes([4, 0x02014b50], [2, 20], [2, 20], [2, 0], [2, 8], [4, 0], [4, sizes.crc], [4, lies.packed ?? sizes.packed], [4, lies.unpacked ?? sizes.unpacked],
      [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), Buffer.from(name));
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(entries).length;
  return Buffer.concat([...local, directory, bytes([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0])]);
}

/** An archive whose one entry says by ZIP64 that it unpacks to so many bytes. */
export function endlessZip(unpacked: number): Buffer {
  const name = 'a';
  const header = Buffer.concat([bytes([4, 0x04034b50], [2, 45], [2, 0], [2, 8], [4, 0], [4, 0], [4, 2], [4, 0xffffffff], [2, 1], [2, 0]), Buffer.from(name), Buffer.from([3, 0])]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(unpacked), 4);
  const directory = Buffer.concat([bytes([4, 0x02014b50], [2, 45], [2, 45], [2, 0], [2, 8], [4, 0], [4, 0], [4, 2], [4, 0xffffffff], [2, 1], [2, 12], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]), Buffer.from(name), extra]);
  return Buffer.concat([header, directory, bytes([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, directory.length], [4, header.length], [2, 0])]);
}

function bytes(...fields: [2 | 4, number][]): Buffer {
  return Buffer.concat(fields.map(([length, value]) => {
    const field = Buffer.alloc(length);
    field.writeUIntLE(value, 0, length);
    return field;
  }));
}

const checksum = (plain: Buffer): number => crc32(plain);
