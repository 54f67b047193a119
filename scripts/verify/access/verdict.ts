import type { GraphqlAnswer } from '../../../libs/testing/api/session.js';
import type { Verdict } from './oracle.js';

/** What an answer says of the caller's rights. BROKEN: our own fault. UNCLEAR: the input was refused before rights were asked. */
export type Told = Verdict | 'BROKEN' | 'UNCLEAR';

interface Problem { code: string; path: readonly (string | number)[]; message: string }

/** Codes of a caller who was let through to the record and refused, if at all, by the work's own rules. */
const LET_THROUGH = new Set(['CONFLICT', 'ILLEGAL_TRANSITION', 'PRECONDITION_FAILED', 'DUPLICATE', 'LIMIT_EXCEEDED']);
const REFUSALS = new Set<string>(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']);

/**
 * @param record the argument that names the record: what else could not be found is the input's fault, not a matter of rights on it
 */
export function verdictOf(answer: GraphqlAnswer<Record<string, unknown>>, record: string | null): Told {
  const problem = firstProblem(answer);
  if (!problem) return 'ALLOWED';
  if (LET_THROUGH.has(problem.code)) return 'ALLOWED';
  if (problem.code === 'NOT_FOUND' && record !== null && problem.path.length > 0 && problem.path[0] !== record) return 'ALLOWED';
  if (REFUSALS.has(problem.code)) return problem.code as Verdict;
  return problem.code === 'VALIDATION_FAILED' ? 'UNCLEAR' : 'BROKEN';
}

/** The first refusal: top-level ones carry their field's name in front of the path, payload errors do not. */
export function firstProblem({ data, errors }: GraphqlAnswer<Record<string, unknown>>): Problem | null {
  const top = errors[0];
  if (top) return { code: top.extensions.code, path: (top.extensions['path'] as string[] | undefined) ?? [], message: top.message };
  for (const value of Object.values(data ?? {})) {
    const inside = (value as { errors?: Problem[] } | null)?.errors?.[0];
    if (inside) return inside;
  }
  return null;
}
