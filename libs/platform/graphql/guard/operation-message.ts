import { type AppError, refuse } from '../../kernel/index.js';
import { LIMITS } from './limits.js';

/** One operation as a client sends it, in shape but not yet understood. */
export interface OperationMessage {
  query: string;
  /** Absent, never undefined: Apollo tells the two apart. */
  operationName?: string;
  variables: Readonly<Record<string, unknown>>;
}

const KNOWN_KEYS = new Set(['query', 'operationName', 'variables', 'extensions']);
const decoder = new TextDecoder('utf-8', { fatal: true });

export const invalid = (message: string, path = ''): AppError => refuse('VALIDATION_FAILED', message, path);
export const tooMuch = (message: string, details: { limit: string; maximum: number; found?: number }): AppError =>
  refuse('LIMIT_EXCEEDED', message, '', details);

/** @throws AppError VALIDATION_FAILED for bytes that are not UTF-8 or not JSON */
export function parseBody(body: Buffer): unknown {
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw invalid('The request is not valid UTF-8.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('The request is not valid JSON.');
  }
}

/**
 * Checks the shape of an operation: HTTP body or payload of a WebSocket `subscribe` message.
 *
 * @throws AppError VALIDATION_FAILED or LIMIT_EXCEEDED
 */
export function readMessage(value: unknown): OperationMessage {
  if (Array.isArray(value)) throw invalid('Several operations in one request are not supported. Send them one by one.');
  if (typeof value !== 'object' || value === null) throw invalid('The request must be a JSON object with a "query".');
  const unknown = Object.keys(value).find((key) => !KNOWN_KEYS.has(key));
  if (unknown !== undefined) throw invalid('The request may only have the keys query, variables, operationName and extensions.');
  const { query, operationName, variables, extensions } = value as Record<string, unknown>;
  if (typeof query !== 'string' || query.trim() === '') throw invalid('"query" must be a text with a GraphQL document.', 'query');
  if (query.length > LIMITS.queryLength) {
    throw tooMuch(`The document has more than ${LIMITS.queryLength} characters.`, { limit: 'queryLength', maximum: LIMITS.queryLength, found: query.length });
  }
  if (operationName != null && (typeof operationName !== 'string' || operationName.length > LIMITS.operationNameLength)) {
    throw invalid(`"operationName" must be a text of up to ${LIMITS.operationNameLength} characters.`, 'operationName');
  }
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) throw invalid('"variables" must be a JSON object.', 'variables');
  if (extensions != null && (typeof extensions !== 'object' || Array.isArray(extensions))) throw invalid('"extensions" must be a JSON object.', 'extensions');
  checkValues(variables ?? {});
  return { query, ...(operationName ? { operationName } : {}), variables: (variables ?? {}) as Record<string, unknown> };
}

/** Bounds nesting and number of values, and refuses keys and characters that do harm further in. */
function checkValues(variables: object): void {
  let left: number = LIMITS.variableValues;
  const visit = (value: unknown, depth: number): void => {
    left -= 1;
    if (left < 0) throw tooMuch(`The variables hold more than ${LIMITS.variableValues} values.`, { limit: 'variableValues', maximum: LIMITS.variableValues });
    if (typeof value === 'string') {
      if (value.includes('\0')) throw invalid('Texts may not contain the null character.', 'variables');
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth > LIMITS.variableDepth) {
      throw tooMuch(`The variables are nested more than ${LIMITS.variableDepth} deep.`, { limit: 'variableDepth', maximum: LIMITS.variableDepth });
    }
    for (const key of Object.keys(value)) {
      if (key === '__proto__' || key.includes('\0')) throw invalid('The variables contain a key that is not allowed.', 'variables');
      visit((value as Record<string, unknown>)[key], depth + 1);
    }
  };
  visit(variables, 0);
}
