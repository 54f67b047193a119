/**
 * The subset of Markdown that messages are written in, as a tree. Nothing of a message is ever HTML: the tree is drawn by React, text as text. Every
 * step moves forward in the text, so that no message can hold up its readers.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'strike'; children: readonly Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: readonly Inline[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel'; id: string | null; name: string }
  | { kind: 'break' };

export type Block =
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'quote'; children: readonly Block[] }
  | { kind: 'code'; language: string | null; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly (readonly Inline[])[] };

const BULLET = /^ {0,3}[-*] +(.*)$/;
const NUMBER = /^ {0,3}(\d{1,9})[.)] +(.*)$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const FENCE = /^ {0,3}```([\w+#.-]*) *$/;
const MAX_DEPTH = 4;

/** A message's body as blocks. */
export function parse(body: string): readonly Block[] {
  return blocksOf(body.replaceAll('\r\n', '\n').split('\n'), 0);
}

const begins = (line: string): boolean => BULLET.test(line) || NUMBER.test(line) || QUOTE.test(line) || FENCE.test(line);

function blocksOf(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  /** Takes lines while they match; gives what the first group holds. */
  const take = (pattern: RegExp, group: number): string[] => {
    const taken: string[] = [];
    for (let match = pattern.exec(lines[at] ?? ''); at < lines.length && match; match = pattern.exec(lines[at] ?? '')) {
      taken.push(match[group] ?? '');
      at++;
    }
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    const numbered = NUMBER.exec(line);
    if (line.trim() === '') at++;
    else if (fence) {
      const end = lines.findIndex((each, index) => index > at && /^ {0,3}``` *$/.test(each));
      const stop = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', language: fence[1] || null, text: lines.slice(at + 1, stop).join('\n') });
      at = stop + 1;
    } else if (QUOTE.test(line) && depth < MAX_DEPTH) blocks.push({ kind: 'quote', children: blocksOf(take(QUOTE, 1), depth + 1) });
    else if (BULLET.test(line)) blocks.push({ kind: 'list', ordered: false, start: 1, items: take(BULLET, 1).map((item) => inline(item)) });
    else if (numbered) blocks.push({ kind: 'list', ordered: true, start: Number(numbered[1]), items: take(NUMBER, 2).map((item) => inline(item)) });
    else {
      const taken = [line];
      for (at++; at < lines.length && (lines[at] ?? '').trim() !== '' && !begins(lines[at] ?? ''); at++) taken.push(lines[at] ?? '');
      blocks.push({ kind: 'paragraph', children: taken.flatMap((each, index) => [...(index > 0 ? [{ kind: 'break' } as const] : []), ...inline(each)]) });
    }
  }
  return blocks;
}

const MENTION = /@\[([^\]\n]{1,200})\]\((user|role):([\p{L}\p{N}_-]{1,64})\)/uy;
const EVERYBODY = /@channel\b/y;
const CODE = /`([^`\n]+)`/y;
const LINK = /\[([^\]\n]{1,300})\]\((\S{1,2000}?)\)/y;
const ADDRESS = /https?:\/\/[^\s<>"'`]+/y;
const SPANS = [['**', 'strong'], ['~~', 'strike'], ['*', 'emphasis'], ['_', 'emphasis']] as const;
const WORD = /[\p{L}\p{N}]/u;

/** Only addresses that cannot run anything; null for the rest. */
export function safeHref(href: string): string | null {
  if (href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/\\')) return href;
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
  } catch {
    return null;
  }
}

/** A full stop after an address belongs to the sentence, a closing bracket only when it was opened before. */
function addressEnd(address: string): string {
  let end = address.replace(/[.,;:!?]+$/, '');
  while (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1).replace(/[.,;:!?]+$/, '');
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const NO_SPAN = -1;
/** What closes a span does not depend on where it began: when nothing does, nothing will for a later one. */
const NO_END = -2;

/** Where a span that opens at `at` closes; NO_SPAN or NO_END when it is only a sign. */
function spanEnd(text: string, at: number, mark: string): number {
  const from = at + mark.length;
  const first = text[from];
  if (first === undefined || first === ' ' || first === mark[0]) return NO_SPAN;
  // snake_case and 2*3 are no emphasis
  if (mark.length === 1 && WORD.test(text[at - 1] ?? '')) return NO_SPAN;
  for (let end = text.indexOf(mark, from + 1); end !== -1; end = text.indexOf(mark, end + 1)) {
    const after = text[end + mark.length] ?? '';
    const doubled = mark.length === 1 && (after === mark || text[end - 1] === mark);
    if (text[end - 1] !== ' ' && !doubled && !(mark.length === 1 && WORD.test(after))) return end;
  }
  return NO_END;
}

/** One line's text as a tree. */
export function inline(text: string, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  let at = 0;
  const push = (node: Inline, length: number) => {
    if (plain) found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(node);
    at += length;
  };
  /** Signs without a partner: not looked for again in this line. */
  const lonely = new Set<string>();
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\' && /[\\`*_~[\]()>@#-]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (sign === '@') {
      const mention = matchAt(MENTION, text, at);
      const everybody = mention ? null : matchAt(EVERYBODY, text, at);
      if (mention) { push({ kind: 'mention', of: mention[2] as 'user' | 'role', id: mention[3] ?? null, name: mention[1] ?? '' }, mention[0].length); continue; }
      if (everybody && !WORD.test(text[at - 1] ?? '')) { push({ kind: 'mention', of: 'channel', id: null, name: 'channel' }, everybody[0].length); continue; }
    }
    const code = sign === '`' ? matchAt(CODE, text, at) : null;
    if (code) { push({ kind: 'code', text: code[1] ?? '' }, code[0].length); continue; }
    const link = sign === '[' ? matchAt(LINK, text, at) : null;
    const href = link ? safeHref(link[2] ?? '') : null;
    if (link && href && depth < MAX_DEPTH) { push({ kind: 'link', href, children: inline(link[1] ?? '', MAX_DEPTH) }, link[0].length); continue; }
    const address = sign === 'h' && !WORD.test(text[at - 1] ?? '') ? matchAt(ADDRESS, text, at) : null;
    if (address) {
      const target = addressEnd(address[0]);
      const safe = safeHref(target);
      if (safe) { push({ kind: 'link', href: safe, children: [{ kind: 'text', text: target }] }, target.length); continue; }
    }
    const span = depth < MAX_DEPTH ? SPANS.find(([mark]) => !lonely.has(mark) && text.startsWith(mark, at)) : undefined;
    if (span) {
      const end = spanEnd(text, at, span[0]);
      if (end >= 0) { push({ kind: span[1], children: inline(text.slice(at + span[0].length, end), depth + 1) }, end + span[0].length - at); continue; }
      if (end === NO_END) lonely.add(span[0]);
    }
    plain += sign;
    at++;
  }
  if (plain) found.push({ kind: 'text', text: plain });
  return found;
}

/** A body in one line of plain words, for lists and notices. */
export function plainText(body: string): string {
  const ofInline = (nodes: readonly Inline[]): string => nodes.map((node) => ('text' in node ? node.text : node.kind === 'mention' ? `@${node.name}` : 'children' in node ? ofInline(node.children) : ' ')).join('');
  const ofBlock = (block: Block): string => {
    switch (block.kind) {
      case 'code': return block.text;
      case 'list': return block.items.map(ofInline).join(' ');
      case 'quote': return block.children.map(ofBlock).join(' ');
      case 'paragraph': return ofInline(block.children);
    }
  };
  return parse(body).map(ofBlock).join(' ').replace(/\s+/g, ' ').trim();
}
