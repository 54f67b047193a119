import { refuse } from '@throughline/platform/kernel';

/** Whatever runs, loads or embeds something; drawings need none of it. */
const ACTIVE: readonly RegExp[] = [
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler|listener|audio|video|html|body|link|meta|base)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /(?:javascript|vbscript)\s*:/i,
  /<!entity/i,
  /<\?xml-stylesheet/i,
  /@import/i,
  // References to anything but a part of the drawing itself or a picture inside it.
  /(?:href|src)\s*=\s*(["'])\s*(?!#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i,
  /url\(\s*["']?\s*(?!#|["']?\s*#)[^)\s"']/i,
  /image-set\s*\(/i,
  // Other documents inside it, wherever they stand: pictures are the only data a drawing needs.
  /data\s*:\s*(?!image\/(?:png|jpe?g|gif|webp)[;,])[a-z]+\/[\w.+-]+/i,
];

/** Encodings whose ASCII is ASCII. Others (ISO-2022-JP) leave letters out by escapes that only a browser understands. */
const PLAIN_ENCODINGS = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d)$/i;

/**
 * Lets drawings through that only draw.
 *
 * @throws AppError VALIDATION_FAILED
 */
export function refuseActiveSvg(text: string): void {
  // Entities and control characters hide words from whoever looks for them, not from browsers.
  const plain = text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex: string | undefined, decimal: string | undefined) => character(hex ? Number.parseInt(hex, 16) : Number(decimal)))
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200f]/g, '');
  const squeezed = plain.replace(/[\t\r\n]+(?=[a-z:])/gi, '');
  // In styles a letter may be written by its number: \75rl(...) is url(...).
  const unescaped = plain.replace(/\\(?:([0-9a-f]{1,6})[ \t\r\n\f]?|([^0-9a-f\r\n]))/gi, (_, hex: string | undefined, letter: string | undefined) => (hex ? character(Number.parseInt(hex, 16)) : (letter ?? '')));
  const encoding = /<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i.exec(plain)?.[1];
  if ((encoding !== undefined && !PLAIN_ENCODINGS.test(encoding)) || ACTIVE.some((pattern) => [plain, squeezed, unescaped].some((form) => pattern.test(form)))) {
    throw refuse('VALIDATION_FAILED', 'This SVG holds scripts or loads something from elsewhere. Save it as a plain SVG without them.', 'file');
  }
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
