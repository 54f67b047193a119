const MASK = '[masked]';
const MAX_DEPTH = 6;
const MAX_TEXT = 4_000;

/** Names whose values are secret or personal, wherever they stand in a logged object. */
const SECRET_NAME =
  /pass(word|phrase)?|secret|token|authorization|cookie|credential|otp|recovery|signature|api_?key|private|e_?mail|phone|^(variables|body|input|parameters|changes|before|after|detail)$/i;

/** Shapes of secrets and personal values inside texts. */
const SECRET_TEXT: [RegExp, string][] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, MASK],
  [/\b(Bearer|Basic)\s+\S+/gi, `$1 ${MASK}`],
  [/:\/\/[^\s/:@]+:[^\s/@]+@/g, `://${MASK}@`],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, MASK],
  [/\b(?=[\w-]*\d)[\w-]{40,}/g, MASK],
];

/** A text without tokens, passwords in addresses and e-mail addresses. */
export function maskText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}...` : text;
  return SECRET_TEXT.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), short);
}

/**
 * A copy of a value that is fit for the log: secret names lose their value, texts are masked, errors keep name, code,
 * message and stack only (database errors carry values of rows and parameters), deep and cyclic parts are cut.
 */
export function mask(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return maskError(value);
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => mask(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, SECRET_NAME.test(name) && item != null ? MASK : mask(item, depth + 1)]),
  );
}

function maskError(error: Error): object {
  const code: unknown = (error as { code?: unknown }).code;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: maskText(error.message),
    stack: maskText(error.stack ?? ''),
    ...(error.cause instanceof Error ? { cause: maskError(error.cause) } : {}),
  };
}
