import type { Sharp } from 'sharp';
import { refuse } from '@throughline/platform/kernel';

/** Beyond this a picture is refused before it is decoded: its pixels, of all its frames, would fill our memory. */
export const MOST_PIXELS = 64_000_000;
const THUMBNAIL_PIXELS = 320;
const PREVIEW_PIXELS = 1_600;
const SECONDS = 60;

/** A picture written anew. */
export interface Renewed {
  content: Buffer;
  width: number;
  height: number;
  thumbnail: Buffer;
  preview: Buffer;
}

const FORMATS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'heif', 'image/tiff': 'tiff' };
const MOVING: ReadonlySet<string> = new Set(['image/gif', 'image/webp']);

/**
 * Decodes a picture within limits and writes it anew: only pixels come through, upright, in sRGB; no place, camera, author, comment or
 * hidden rest. Animations stay animated.
 *
 * @throws AppError VALIDATION_FAILED for a picture that is too large, damaged or not what it says
 */
export async function renewPicture(bytes: Buffer, contentType: string): Promise<Renewed> {
  const { default: sharp } = await import('sharp');
  // One picture at a time, nothing kept: memory first.
  sharp.cache(false);
  sharp.concurrency(1);
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, animated: MOVING.has(contentType) } as const;
  try {
    const { format, width, height, pages = 1, pageHeight } = await sharp(bytes, options).metadata();
    const frameHeight = pageHeight ?? height;
    if (width * frameHeight * pages > MOST_PIXELS) throw tooLarge(width, frameHeight, pages);
    if (format !== FORMATS[contentType]) throw refuse('VALIDATION_FAILED', 'This picture is not what it says it is.', 'file');
    if (contentType === 'image/tiff' && pages > 1) throw refuse('VALIDATION_FAILED', 'A TIFF may have one page. Save several as PDF.', 'file');
    const { data, info } = await encoded(sharp(bytes, options).autoOrient().timeout({ seconds: SECONDS }), contentType).toBuffer({ resolveWithObject: true });
    const smaller = (pixels: number, quality: number): Promise<Buffer> => sharp(data, { limitInputPixels: MOST_PIXELS, sequentialRead: true })
      .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true }).webp({ quality }).timeout({ seconds: SECONDS }).toBuffer();
    return { content: data, width: info.width, height: info.pageHeight ?? info.height, thumbnail: await smaller(THUMBNAIL_PIXELS, 78), preview: await smaller(PREVIEW_PIXELS, 82) };
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') throw error;
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooLarge();
    throw refuse('VALIDATION_FAILED', 'This picture is damaged. Save it again and upload that.', 'file');
  }
}

function encoded(picture: Sharp, contentType: string): Sharp {
  switch (contentType) {
    case 'image/jpeg': return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'image/gif': return picture.gif({ effort: 3 });
    case 'image/webp': return picture.webp({ quality: 92 });
    case 'image/avif': return picture.avif({ quality: 75, effort: 2 });
    case 'image/tiff': return picture.tiff({ compression: 'lzw' });
    default: return picture.png();
  }
}

function tooLarge(width?: number, height?: number, pages = 1): Error {
  const size = width && height ? ` has ${width} × ${height} pixels${pages > 1 ? ` in ${pages} frames` : ''}, which` : '';
  return refuse('VALIDATION_FAILED', `This picture${size} is too large: at most ${MOST_PIXELS / 1_000_000} million pixels. Save it smaller, or send it as a ZIP archive.`, 'file');
}
