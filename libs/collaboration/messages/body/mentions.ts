import { isId, refuse } from '@throughline/platform/kernel';
import { codeSpans } from './code-spans.js';

/** Who can be addressed: a person, everybody of a role, everybody who sees the channel. */
export const MENTION_KINDS = ['USER', 'ROLE', 'CHANNEL'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Whom a text addresses. `id`: a person's id, a role's key, null for the channel. */
export interface Mention {
  kind: MentionKind;
  id: string | null;
  name: string;
}

/** A mention with its place in the text: what lies between the brackets is replaced by the real name. */
export interface WrittenMention extends Mention {
  from: number;
  to: number;
}

export const MOST_MENTIONS = 50;

// `@[Ana](user:1c9e...)`, `@[Sales](role:SALES_AGENT)`, `@channel`.
const MENTION = /@\[([^\]\n]{1,200})\]\((user|role):([\p{L}\p{N}_-]{1,64})\)|@channel(?![\p{L}\p{N}_-])/gu;
/** In front of a mention no word may end: `ana@channel.example` is an address. */
const WORD_BEFORE = /[\p{L}\p{N}_.@/-]$/u;

/**
 * The mentions of a text, in its order; what stands in code or behind a backslash addresses nobody.
 *
 * @throws AppError VALIDATION_FAILED for a person's id that is none, LIMIT_EXCEEDED for more than fifty; at `body`
 */
export function mentionsIn(body: string): WrittenMention[] {
  const code = codeSpans(body);
  const found: WrittenMention[] = [];
  for (const match of body.matchAll(MENTION)) {
    const [text, name, kind, id] = match;
    const from = match.index;
    if (isEscaped(body, from) || WORD_BEFORE.test(body.slice(Math.max(0, from - 2), from)) || code.some((span) => from >= span.from && from < span.to)) continue;
    const place = { from, to: from + text.length };
    if (kind === undefined) found.push({ kind: 'CHANNEL', id: null, name: 'channel', ...place });
    else found.push({ kind: kind === 'user' ? 'USER' : 'ROLE', id: kind === 'user' ? personId(id!) : id!, name: name!, ...place });
  }
  if (new Set(found.map(keyOf)).size > MOST_MENTIONS) throw refuse('LIMIT_EXCEEDED', `A message mentions ${MOST_MENTIONS} people and roles at most. Use @channel to reach everybody.`, 'body');
  return found;
}

/** Each addressee once, in the order of the first mention. */
export function addressees(mentions: readonly Mention[]): Mention[] {
  const known = new Map<string, Mention>();
  for (const { kind, id, name } of mentions) if (!known.has(keyOf({ kind, id }))) known.set(keyOf({ kind, id }), { kind, id, name });
  return [...known.values()];
}

/** The text with every mention under its real name: nobody is addressed under somebody else's. */
export function withNames(body: string, mentions: readonly WrittenMention[], nameOf: (mention: Mention) => string): string {
  let written = '';
  let at = 0;
  for (const mention of mentions) {
    const { kind, id, from, to } = mention;
    const text = kind === 'CHANNEL' ? '@channel' : `@[${bracketed(nameOf(mention))}](${kind.toLowerCase()}:${id ?? ''})`;
    written += body.slice(at, from) + text;
    at = to;
  }
  return written + body.slice(at);
}

/** The text as people read it: for titles, descriptions and search, `@Ana` instead of `@[Ana](user:...)`. */
export function readableText(body: string): string {
  return body.replace(/@\[([^\]\n]{1,200})\]\((?:user|role):[\p{L}\p{N}_-]{1,64}\)/gu, '@$1');
}

const keyOf = ({ kind, id }: Pick<Mention, 'kind' | 'id'>): string => `${kind} ${id ?? ''}`;
const bracketed = (name: string): string => name.replace(/[[\]\n]/g, ' ').slice(0, 200).trim() || '?';

/** An odd number of backslashes in front takes the meaning away. */
function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count % 2 === 1;
}

function personId(id: string): string {
  if (!isId(id)) throw refuse('VALIDATION_FAILED', 'A mention names somebody who does not exist. Choose the person from the list.', 'body');
  return id.toLowerCase();
}
