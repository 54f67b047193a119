/** What the composer does to its text; pure, positions in UTF-16 units as the text area counts them. */

export interface Editing {
  text: string;
  start: number;
  end: number;
}

/** Somebody or something named in a text: shown as `@Name`, sent with its id. */
export interface NamedMention {
  kind: 'USER' | 'ROLE' | 'CHANNEL';
  id: string | null;
  name: string;
}

/** Puts marks around the selection, or takes them away: bold, italics, code, strike. */
export function wrapped({ text, start, end }: Editing, mark: string): Editing {
  const size = mark.length;
  const chosen = text.slice(start, end);
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { text: text.slice(0, start - size) + chosen + text.slice(end + size), start: start - size, end: end - size };
  }
  return { text: text.slice(0, start) + mark + chosen + mark + text.slice(end), start: start + size, end: end + size };
}

/** Begins each line of the selection with a list's or quote's sign, or takes it away when all have it. */
export function prefixed({ text, start, end }: Editing, kind: 'bullet' | 'number' | 'quote'): Editing {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const pattern = kind === 'bullet' ? /^- / : kind === 'number' ? /^\d+\. / : /^> /;
  const all = lines.every((line) => pattern.test(line));
  const changed = lines.map((line, index) => (all ? line.replace(pattern, '') : (kind === 'bullet' ? '- ' : kind === 'number' ? `${index + 1}. ` : '> ') + line)).join('\n');
  const grown = changed.length - (to - from);
  return { text: text.slice(0, from) + changed + text.slice(to), start: lines.length === 1 ? Math.max(from, start + grown) : from, end: Math.max(from, end + grown) };
}

/** A block of code around the selection. */
export function fenced({ text, start, end }: Editing): Editing {
  const before = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
  const open = `${before}\`\`\`\n`;
  const close = `\n\`\`\`${text[end] === '\n' || end === text.length ? '' : '\n'}`;
  return { text: text.slice(0, start) + open + text.slice(start, end) + close + text.slice(end), start: start + open.length, end: end + open.length };
}

/** The selection as a link; the address is selected, to be written over. */
export function linked({ text, start, end }: Editing): Editing {
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const label = isAddress ? 'link' : chosen || 'link';
  const address = isAddress ? chosen : 'https://';
  const inserted = `[${label}](${address})`;
  const at = isAddress ? start + 1 : start + label.length + 3;
  return { text: text.slice(0, start) + inserted + text.slice(end), start: at, end: at + (isAddress ? label.length : address.length) };
}

/** Puts a text in the place of the selection. */
export function inserted({ text, start, end }: Editing, piece: string): Editing {
  const at = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at };
}

/** A new line in a list goes on with the list; on an empty item it ends it. Null: an ordinary new line. */
export function continued({ text, start, end }: Editing): Editing | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const item = /^(- |> |(\d+)\. )(.*)$/.exec(text.slice(from, start));
  if (!item) return null;
  if (!item[3]) return { text: text.slice(0, from) + text.slice(start), start: from, end: from };
  const sign = item[2] ? `${Number(item[2]) + 1}. ` : (item[1] ?? '');
  return inserted({ text, start, end }, `\n${sign}`);
}

/** What is being typed after an `@`, up to the cursor; null when nobody is being named. */
export function mentionAt(text: string, cursor: number): { from: number; term: string } | null {
  const from = text.lastIndexOf('@', cursor - 1);
  if (from === -1 || /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return null;
  const term = text.slice(from + 1, cursor);
  return term.length <= 40 && /^[\p{L}\p{N}'.-]*( [\p{L}\p{N}'.-]*)?$/u.test(term) ? { from, term } : null;
}

/** Names the chosen one in place of what was typed. */
export function mentioned(text: string, from: number, cursor: number, { name }: NamedMention): Editing {
  return inserted({ text, start: from, end: cursor }, `@${name} `);
}

const sentForm = ({ kind, id, name }: NamedMention): string => (kind === 'CHANNEL' || id === null ? `@${name}` : `@[${name.replace(/[[\]\n]/g, ' ')}](${kind === 'USER' ? 'user' : 'role'}:${id})`);

/** The text as it is sent: each name that was chosen gets its id. A longer name is found before a shorter one that begins it. */
export function bodyOf(text: string, mentions: readonly NamedMention[]): string {
  const names = [...mentions].filter(({ name }) => name).sort((one, other) => other.name.length - one.name.length);
  let body = '';
  let at = 0;
  while (at < text.length) {
    const hit = text[at] === '@' ? names.find(({ name }) => text.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? '')) : undefined;
    body += hit ? sentForm(hit) : text[at];
    at += hit ? hit.name.length + 1 : 1;
  }
  return body.trim();
}

/** A sent body as it is edited: names in place of ids, which are kept beside it. */
export function textOf(body: string): { text: string; mentions: NamedMention[] } {
  const mentions: NamedMention[] = [];
  const text = body.replace(/@\[([^\]\n]{1,200})\]\((user|role):([\p{L}\p{N}_-]{1,64})\)/gu, (_, name: string, kind: string, id: string) => {
    if (!mentions.some((each) => each.id === id)) mentions.push({ kind: kind === 'user' ? 'USER' : 'ROLE', id, name });
    return `@${name}`;
  });
  return { text, mentions };
}

/** A body as people read it, with names in place of ids. */
export const readable = (body: string): string => textOf(body).text;
