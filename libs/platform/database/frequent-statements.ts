/** Sent this often before it is worth keeping. */
const OFTEN = 4;
/** Statements kept on each connection: a plan costs the server some ten kilobytes. */
const KEPT = 400;
/** Texts that are counted; those that are made up as they go would fill the memory. */
const COUNTED = 4_000;
/** What names no columns of a table changes its form when a migration adds one, and PostgreSQL then refuses the kept plan. */
const ALL_COLUMNS = /(?:\bSELECT|\bRETURNING|,)\s+(?:\w+\.)?\*(?!\s+FROM\s+app\.)/i;

/**
 * Which statements of this process connections keep prepared: planning is most of what PostgreSQL does for a small statement under
 * row-level security, and services repeat the same few hundred.
 */
export class FrequentStatements {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly prefix = 'often') {}

  /** Counts a use. @returns the name to send it under; absent while it is not worth it */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= KEPT) return name;
    const count = (this.counts.get(text) ?? 0) + 1;
    if (count <= OFTEN) {
      if (this.counts.size >= COUNTED) this.counts.clear();
      this.counts.set(text, count);
      return undefined;
    }
    if (ALL_COLUMNS.test(text)) return undefined;
    this.counts.delete(text);
    const given = `${this.prefix} ${this.names.size + 1}`;
    this.names.set(text, given);
    return given;
  }
}
