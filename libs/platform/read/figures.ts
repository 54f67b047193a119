import type { SubjectDefinition } from '../access/index.js';

/** What the SQL of figures is made with. */
export interface FiguresContext {
  /** The organization's placeholder, a uuid. */
  readonly organization: string;
  /** Fields of the answer that are wanted: what is not need not be computed. */
  readonly wanted: ReadonlySet<string>;
  /** @returns the placeholder of a value; write its type behind it: `$n::uuid` */
  add(value: unknown): string;
  /** @returns the placeholder of the caller's id, a uuid */
  caller(): string;
  /** @returns a condition on rows under this alias: those the caller may see; null when there can be none */
  visible(subject: SubjectDefinition, alias: string): string | null;
}

/** Sums and counts over many records, which SQL makes as one value. Made by `defineFigures`. */
export interface Figures<Args = Readonly<Record<string, unknown>>> {
  readonly name: string;
  readonly sql: (context: FiguresContext, args: Args) => string;
}

/**
 * Figures over the records that the caller may see, answered like records: `@Reads(figures, 'figures')` and `reader.figures`.
 *
 * @param figures `sql` yields one jsonb that is never NULL: an object or a list of objects with the names of the GraphQL type, moments
 * and big integers as text
 */
export function defineFigures<Args = Readonly<Record<string, unknown>>>(figures: Figures<Args>): Figures<Args> {
  return figures;
}
