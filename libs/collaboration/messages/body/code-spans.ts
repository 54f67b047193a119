/** A part of a text, `to` excluded. */
export interface Span {
  from: number;
  to: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Where a text is code: fenced blocks (an open one runs to the end) and spans between equally long rows of backticks. */
export function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open: { from: number; fence: string } | null = null;
  let proseFrom = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)?.[1];
    const end = at + line.length + 1;
    if (open) {
      if (fence && fence[0] === open.fence[0] && fence.length >= open.fence.length && line.trim() === fence) {
        spans.push({ from: open.from, to: end });
        open = null;
        proseFrom = end;
      }
    } else if (fence) {
      spans.push(...inlineSpans(text, proseFrom, at));
      open = { from: at, fence };
    }
    at = end;
  }
  if (open) spans.push({ from: open.from, to: text.length });
  else spans.push(...inlineSpans(text, proseFrom, text.length));
  return spans;
}

/** A row of backticks that finds no equal row behind it is text. */
function inlineSpans(text: string, from: number, to: number): Span[] {
  const rows = [...text.slice(from, to).matchAll(/`+/g)].map((match) => ({ at: from + match.index, length: match[0].length }));
  const spans: Span[] = [];
  // The next row of the same length, found from the back once: a text of backticks only must not cost its square.
  const next: (number | undefined)[] = [];
  const latest = new Map<number, number>();
  for (let index = rows.length - 1; index >= 0; index--) {
    next[index] = latest.get(rows[index]!.length);
    latest.set(rows[index]!.length, index);
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const closing = next[index];
    if (closing === undefined || text[row.at - 1] === '\\') continue;
    spans.push({ from: row.at, to: rows[closing]!.at + row.length });
    index = closing;
  }
  return spans;
}
