import { refuse } from '@throughline/platform/kernel';

/** The most that one message may hold; a longer text belongs into a file. */
export const MOST_CHARACTERS = 20_000;
export const MOST_LINES = 1_000;
export const MOST_LINKS = 100;
/** Quotes and lists deeper than this are no text any more, and every level is an element on every screen. */
export const MOST_DEPTH = 10;

// As `normalizeText`, and what turns the direction of writing: a name must not read backwards. Tabs stay: code is indented with them.
const UNPRINTABLE = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** More marks over one letter than any script needs would run over the lines above. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const LINK = /https?:\/\//gi;

/**
 * A message's text as it is stored: composed characters, line breaks as \n, nothing invisible, no blank ends; inside it is as it was
 * written, because spaces mean something in code. It is text in a subset of Markdown and never HTML: whoever shows it makes elements of it.
 *
 * @returns '' when nothing is left
 * @throws AppError LIMIT_EXCEEDED at `body`
 */
export function storedBody(text: string | null | undefined): string {
  const body = (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(PILED_MARKS, '$1')
    .replace(/[^\S\n]+$/gmu, '').replace(/^\n+|\n+$/g, '').replace(/\n{4,}/g, '\n\n\n');
  const shown = body.trim() === '' ? '' : body;
  if (characters(shown) > MOST_CHARACTERS) throw refuse('LIMIT_EXCEEDED', `A message has ${MOST_CHARACTERS.toLocaleString('en')} characters at most. Send the rest as a file.`, 'body');
  const lines = shown.split('\n');
  if (lines.length > MOST_LINES) throw refuse('LIMIT_EXCEEDED', `A message has ${MOST_LINES.toLocaleString('en')} lines at most. Send the rest as a file.`, 'body');
  if ((shown.match(LINK) ?? []).length > MOST_LINKS) throw refuse('LIMIT_EXCEEDED', `A message has ${MOST_LINKS} links at most.`, 'body');
  if (lines.some((line) => depthOf(line) > MOST_DEPTH)) throw refuse('LIMIT_EXCEEDED', `Quotes lie at most ${MOST_DEPTH} deep in a message.`, 'body');
  return shown;
}

/** Levels of quotes at the beginning of a line. */
function depthOf(line: string): number {
  const lead = /^[\s>]*/.exec(line)?.[0] ?? '';
  return lead.replace(/[^>]/g, '').length;
}

/** Characters as people count them, near enough: code points. */
function characters(text: string): number {
  // Only a text near the limit is worth the walk.
  return text.length <= MOST_CHARACTERS ? text.length : [...text].length;
}
