/** One record of a file, or what is wrong with it. */
export interface CsvRecord {
  /** The line it starts on, from 1. */
  line: number;
  /** As written, without the quotes around them; empty when there is a problem. */
  cells: string[];
  /** A sentence that says what cannot be read; null for a good record. */
  problem: string | null;
}

/** Characters a record may have; more means a quote that never closes, or no CSV at all. */
export const MAX_RECORD_LENGTH = 100_000;

const QUOTE = 34;
const LF = 10;
const CR = 13;

type Outcome =
  | { kind: 'record'; cells: string[]; next: number }
  | { kind: 'problem'; problem: string }
  | { kind: 'incomplete'; column: number; quoted: boolean };

/**
 * A streaming reader of RFC 4180 text that survives broken quotes: the record with the mistake is reported with its line,
 * and reading goes on at the line after the one it began on. Memory is bounded by `MAX_RECORD_LENGTH` and the pieces pushed.
 * Beyond the RFC it accepts any line ending, spaces around quoted cells and a quote inside an unquoted cell; empty lines
 * are no records.
 */
export class CsvParser {
  private buffer = '';
  private line = 1;
  private skippingLine = false;

  /** @param delimiter one character */
  constructor(private readonly delimiter: string) {}

  /** Takes the next piece of text and returns the records that are complete. */
  push(text: string): CsvRecord[] {
    this.buffer += text;
    return this.take(false);
  }

  /** The rest, when no more text comes. */
  end(): CsvRecord[] {
    return this.take(true);
  }

  private take(final: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < this.buffer.length) {
      if (this.skippingLine) {
        const next = nextLine(this.buffer, at, final);
        if (next === null) {
          // A CR that stands last may be half of a line ending: it is looked at again with what follows.
          at = this.buffer.endsWith('\r') && !final ? this.buffer.length - 1 : this.buffer.length;
          break;
        }
        at = next;
        this.skippingLine = false;
        this.line++;
        continue;
      }
      const outcome = this.read(at, final);
      if (outcome.kind === 'record') {
        if (outcome.cells.length > 1 || outcome.cells[0] !== '') records.push({ line: this.line, cells: outcome.cells, problem: null });
        this.line += countLines(this.buffer, at, outcome.next);
        at = outcome.next;
        continue;
      }
      if (outcome.kind === 'incomplete' && !final && this.buffer.length - at <= MAX_RECORD_LENGTH) break;
      records.push({ line: this.line, cells: [], problem: outcome.kind === 'problem' ? outcome.problem : tooLong(outcome) });
      this.skippingLine = true;
    }
    this.buffer = this.buffer.slice(at);
    return records;
  }

  /** Reads one record; `incomplete` when the buffer ends before it does. */
  private read(start: number, final: boolean): Outcome {
    const text = this.buffer;
    const delimiter = this.delimiter.charCodeAt(0);
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const column = cells.length + 1;
      const opening = skipSpaces(text, at, delimiter);
      if (text.charCodeAt(opening) === QUOTE) {
        const quoted = this.readQuoted(opening, column, final);
        if (quoted.kind !== 'cell') return quoted;
        cells.push(quoted.cell);
        at = quoted.next;
      } else {
        const end = unquotedEnd(text, at, delimiter);
        if (end === text.length && !final) return { kind: 'incomplete', column, quoted: false };
        cells.push(text.slice(at, end));
        at = end;
      }
      if (at - start > MAX_RECORD_LENGTH) return { kind: 'problem', problem: tooLong({ column, quoted: false }) };
      if (at >= text.length) return { kind: 'record', cells, next: at };
      if (text.charCodeAt(at) === delimiter) {
        at++;
        continue;
      }
      const next = afterLineEnd(text, at, final);
      return next === null ? { kind: 'incomplete', column, quoted: false } : { kind: 'record', cells, next };
    }
  }

  private readQuoted(opening: number, column: number, final: boolean): Exclude<Outcome, { kind: 'record' }> | { kind: 'cell'; cell: string; next: number } {
    const text = this.buffer;
    let cell = '';
    let from = opening + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote === -1 || (quote + 1 >= text.length && !final)) return { kind: 'incomplete', column, quoted: true };
      cell += text.slice(from, quote);
      if (text.charCodeAt(quote + 1) === QUOTE) {
        cell += '"';
        from = quote + 2;
        continue;
      }
      const next = skipSpaces(text, quote + 1, this.delimiter.charCodeAt(0));
      if (next >= text.length && !final) return { kind: 'incomplete', column, quoted: true };
      const code = text.charCodeAt(next);
      if (next >= text.length || code === LF || code === CR || text[next] === this.delimiter) return { kind: 'cell', cell, next };
      return { kind: 'problem', problem: `Column ${column} goes on after its closing quote. Write a quote inside a quoted cell twice.` };
    }
  }
}

function tooLong({ column, quoted }: { column: number; quoted: boolean }): string {
  return quoted
    ? `The quote that opens in column ${column} is never closed.`
    : `This line is longer than ${MAX_RECORD_LENGTH.toLocaleString('en')} characters.`;
}

function skipSpaces(text: string, from: number, delimiter: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); (code === 32 || code === 9) && code !== delimiter; code = text.charCodeAt(at)) at++;
  return at;
}

function unquotedEnd(text: string, from: number, delimiter: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return at;
}

/** The position after the line ending at `at`; null when a CR stands last and its LF may still come. */
function afterLineEnd(text: string, at: number, final: boolean): number | null {
  if (text.charCodeAt(at) !== CR) return at + 1;
  if (at + 1 >= text.length && !final) return null;
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** The start of the next physical line; null when it is not in the text. */
function nextLine(text: string, from: number, final: boolean): number | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return afterLineEnd(text, at, final);
  }
  return null;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
}
