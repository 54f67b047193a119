import type { ByteRange } from '@throughline/platform/storage';

/**
 * The one stretch that a `Range` header asks for.
 *
 * @returns null: send all of it (no range, several, another unit); 'UNSATISFIABLE' for one that begins behind the end
 */
export function rangeOf(header: string | undefined, length: number): ByteRange | null | 'UNSATISFIABLE' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return Number(last) === 0 ? 'UNSATISFIABLE' : { from: Math.max(0, length - Number(last)), to: length };
  const from = Number(first);
  const to = last === '' ? length : Math.min(Number(last) + 1, length);
  if (last !== '' && Number(last) < from) return null;
  return from >= length ? 'UNSATISFIABLE' : { from, to };
}

/** `attachment; filename="plan.pdf"`, with the full name for programs that read it (RFC 6266). */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
