import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { cleanPng } from './png.js';

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
const header = (width: number, height: number, rest = [8, 2, 0, 0, 0]): Buffer => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return chunk('IHDR', Buffer.concat([size, Buffer.from(rest)]));
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const image = (...parts: Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...parts]);
const pixels = Buffer.from([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 9, 9]);
const DATA = chunk('IDAT', deflateSync(pixels));
const END = chunk('IEND', Buffer.alloc(0));

describe('cleanPng', () => {
  it('keeps the pixels and nothing else', () => {
    const dirty = Buffer.concat([image(header(2, 2), chunk('tEXt', Buffer.from('Author\0secret')), chunk('eXIf', Buffer.from('place')), DATA, END), Buffer.from('<script>')]);
    const clean = cleanPng(dirty)!;
    expect(clean.toString('latin1')).not.toMatch(/secret|place|script/);
    expect(clean.subarray(0, 33)).toEqual(image(header(2, 2)));
    expect(inflateSync(clean.subarray(41, clean.length - 16))).toEqual(pixels);
    expect(cleanPng(clean)).toEqual(clean);
  });

  it('keeps the colours of a palette', () => {
    const palette = chunk('PLTE', Buffer.from([1, 2, 3]));
    const drawn = image(header(1, 1, [8, 3, 0, 0, 0]), palette, chunk('IDAT', deflateSync(Buffer.from([0, 0]))), END);
    expect(cleanPng(drawn)!.includes(palette)).toBe(true);
    expect(cleanPng(Buffer.from(drawn.toString('latin1').replace(palette.toString('latin1'), ''), 'latin1'))).toBeNull();
  });

  it.each([
    ['something else', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['an image without end', image(header(2, 2), DATA)],
    ['too few pixels', image(header(2, 3), DATA, END)],
    ['more pixels than its size says', image(header(2, 1), DATA, END)],
    ['a bomb', image(header(1, 1), chunk('IDAT', deflateSync(Buffer.alloc(10_000_000))), END)],
    ['too wide an image', image(header(1_025, 1), chunk('IDAT', deflateSync(Buffer.alloc(1_025 * 3 + 1))), END)],
    ['an interlaced image', image(header(2, 2, [8, 2, 0, 0, 1]), DATA, END)],
    ['an unknown colour type', image(header(2, 2, [8, 5, 0, 0, 0]), DATA, END)],
    ['a broken sum', Buffer.concat([image(header(2, 2), DATA.subarray(0, -1)), Buffer.from([DATA.at(-1)! ^ 1]), END])],
    ['a chunk longer than the file', image(header(2, 2), Buffer.from('7fffffff49444154', 'hex'), END)],
  ])('refuses %s', (_, data) => {
    expect(cleanPng(data)).toBeNull();
  });
});
