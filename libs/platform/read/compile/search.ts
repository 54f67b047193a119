import { refuse } from '../../kernel/index.js';
import type { ReadModel } from '../model.js';
import type { CompileContext } from './context.js';
import type { Source } from './level.js';

const MAX_LENGTH = 200;
const MAX_WORDS = 10;
/** More candidates than this cost more than scanning in the list's order until the page is full. */
const MAX_CANDIDATES = 2_000;
/** Shorter texts have no trigram, so the index cannot find them. */
const SHORTEST_INDEXED = 3;

/** The words of a search, each of which a record must contain. */
export function wordsOf(search: string | null | undefined): string[] {
  const text = search?.trim() ?? '';
  if (text.length > MAX_LENGTH) throw refuse('VALIDATION_FAILED', `Search for at most ${MAX_LENGTH} characters.`, 'search');
  if (text.includes('\0')) throw refuse('VALIDATION_FAILED', 'A search must be a text without control characters.', 'search');
  const words = text === '' ? [] : [...new Set(text.split(/\s+/u))];
  if (words.length > MAX_WORDS) throw refuse('VALIDATION_FAILED', `Search for at most ${MAX_WORDS} words.`, 'search');
  return words;
}

/** A search that runs once for its statement, whatever uses it. */
export interface Candidates {
  /** uuid[]: the ids, or NULL when there are too many to be worth it. */
  readonly ids: string;
  /** text[]: the patterns that every row matches. */
  readonly patterns: string;
}

/**
 * Looks up candidates for a search in the organization's index.
 *
 * @param contained texts that `contains` filters on searched fields demand: the same index serves them
 * @returns null when there is nothing the index could help with
 * @throws AppError FORBIDDEN when a rule may hide a searched field
 */
export function candidatesOf(context: CompileContext, model: ReadModel, words: readonly string[], contained: readonly string[]): Candidates | null {
  const { search } = model;
  const helpful = contained.filter((text) => text.length >= SHORTEST_INDEXED);
  if (!search || (words.length === 0 && helpful.length === 0)) return null;
  if (words.length > 0) {
    for (const name of search.fields) context.rules.refuseHidden(model, 'search', { name, columns: [] });
  }
  const texts = context.parameters.add([...words, ...helpful].map((text) => text.replace(/[\\%_]/g, '\\$&')));
  const found = `s${context.withs.length}`;
  context.withs.push(`${found} AS MATERIALIZED (SELECT p.patterns, ${search.candidates}(p.patterns, ${MAX_CANDIDATES}) AS ids
    FROM (SELECT app.search_patterns(${texts}::text[]) AS patterns) p)`);
  return { ids: `(SELECT ${found}.ids FROM ${found})`, patterns: `(SELECT ${found}.patterns FROM ${found})` };
}

/**
 * The rows that meet the conditions and were found: those among the candidates or, when there are too many, a scan in the
 * list's order. The statement runs only one of the two.
 */
export function searchSources(model: ReadModel, alias: string, conditions: readonly string[], found: Candidates | null): Source[] {
  if (!found || !model.search) return [{ conditions }];
  return [
    { conditions: [`${found.ids} IS NOT NULL`, `${alias}.id = ANY(${found.ids}::uuid[])`, ...conditions] },
    { conditions: [`${found.ids} IS NULL`, ...conditions, `${alias}.${model.search.column} LIKE ALL(${found.patterns}::text[])`] },
  ];
}
