import sharp, { type Sharp } from 'sharp';
import { MOST_PIXELS, renewPicture } from './pictures.js';

const plain = (width = 300, height = 200): Sharp => sharp({ create: { width, height, channels: 3, background: '#a03' } });

describe('pictures written anew', () => {
  it.each([['image/jpeg', 'jpeg'], ['image/png', 'png'], ['image/webp', 'webp'], ['image/avif', 'avif'], ['image/tiff', 'tiff'], ['image/gif', 'gif']] as const)('keep their format: %s', async (contentType, format) => {
    const { content, width, height, thumbnail, preview } = await renewPicture(await plain().toFormat(format).toBuffer(), contentType);
    const meta = await sharp(content).metadata();
    expect([meta.format, meta.width, meta.height, width, height]).toEqual([format === 'avif' ? 'heif' : format, 300, 200, 300, 200]);
    expect((await sharp(thumbnail).metadata()).format).toBe('webp');
    expect((await sharp(preview).metadata()).width).toBe(300);
  });

  it('have small pictures that fit their frames and are never blown up', async () => {
    const { thumbnail, preview } = await renewPicture(await plain(2_000, 1_000).png().toBuffer(), 'image/png');
    expect((({ width, height }) => [width, height])(await sharp(thumbnail).metadata())).toEqual([320, 160]);
    expect((({ width, height }) => [width, height])(await sharp(preview).metadata())).toEqual([1_600, 800]);
  });

  it('lose everything but their pixels: what was added behind the end, too', async () => {
    const secret = Buffer.concat([await plain().withExif({ IFD0: { Artist: 'CANARY' } }).jpeg().toBuffer(), Buffer.from('<script>CANARY</script>')]);
    const { content } = await renewPicture(secret, 'image/jpeg');
    expect(content.includes('CANARY')).toBe(false);
  });

  it('stay animated', async () => {
    const frames = await sharp([await plain(20, 20).png().toBuffer(), await plain(20, 20).negate().png().toBuffer()], { join: { animated: true } }).gif().toBuffer();
    const { content, height } = await renewPicture(frames, 'image/gif');
    expect([(await sharp(content, { animated: true }).metadata()).pages, height]).toEqual([2, 20]);
  });

  it('are refused when they are damaged, lie about what they are, or are larger than memory', async () => {
    const png = await plain().png().toBuffer();
    await expect(renewPicture(png.subarray(0, png.length - 40), 'image/png')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(renewPicture(Buffer.from('no picture'), 'image/png')).rejects.toThrow('damaged');
    await expect(renewPicture(png, 'image/jpeg')).rejects.toThrow('not what it says');
    // 100 million pixels in a few kilobytes.
    const side = Math.ceil(Math.sqrt(MOST_PIXELS * 1.5));
    const bomb = await plain(side, side).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(renewPicture(bomb, 'image/png')).rejects.toThrow('too large: at most 64 million pixels');
  });
});
