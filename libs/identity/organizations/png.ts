import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

/** Largest sides in pixels. */
export const MAX_SIDE = 1_024;

/**
 * A PNG image written anew from its pixels: only the chunks that draw it stay, so nothing rides along (texts, places, other
 * files behind its end). Interlaced images are refused.
 *
 * @returns null when it is no sound PNG image of at most `MAX_SIDE` pixels a side
 */
export function cleanPng(data: Buffer): Buffer | null {
  const chunks = chunksOf(data);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.body.length !== 13 || chunks.at(-1)?.type !== 'IEND') return null;
  const [width, height] = [header.body.readUInt32BE(0), header.body.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlace] = header.body.subarray(8);
  const samples = SAMPLES[colour!];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || compression !== 0 || filter !== 0 || interlace !== 0) return null;
  if (samples === undefined || !DEPTHS[colour!]!.includes(depth!)) return null;
  const palette = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS');
  if (colour === 3 && !palette.some(({ type }) => type === 'PLTE')) return null;
  const pixels = inflated(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)), (Math.ceil((width * samples * depth!) / 8) + 1) * height);
  if (!pixels) return null;
  return Buffer.concat([SIGNATURE, ...[header, ...palette, { type: 'IDAT', body: deflateSync(pixels) }, { type: 'IEND', body: Buffer.alloc(0) }].map(written)]);
}

interface Chunk {
  type: string;
  body: Buffer;
}

/** Up to and with IEND; what follows is not looked at. */
function chunksOf(data: Buffer): Chunk[] | null {
  if (!data.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= data.length;) {
    const end = at + 8 + data.readUInt32BE(at);
    if (end + 4 > data.length || crc32(data.subarray(at + 4, end)) !== data.readUInt32BE(end)) return null;
    chunks.push({ type: data.toString('latin1', at + 4, at + 8), body: data.subarray(at + 8, end) });
    if (chunks.at(-1)!.type === 'IEND') return chunks;
    at = end + 4;
  }
  return null;
}

/** The rows of pixels; null unless they are exactly as long as they must be. */
function inflated(data: Buffer, length: number): Buffer | null {
  try {
    const pixels = inflateSync(data, { maxOutputLength: length });
    return pixels.length === length ? pixels : null;
  } catch {
    return null;
  }
}

function written({ type, body }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
