import type { ErrorCode, Problem } from '../../kernel/index.js';

/** What PostgreSQL tells of a failure; TypeORM wraps it in `driverError`. */
interface DatabaseFailure {
  code: string;
  message: string;
  constraint?: string;
  table?: string;
  column?: string;
}

type Rule = { code: ErrorCode; sentence: (field: string) => string };

const notUsable: Rule = { code: 'VALIDATION_FAILED', sentence: (field) => `${field || 'A value'} has a form or size that cannot be stored.` };

/** SQLSTATE to refusal, for what a caller's input can bring about. Everything else is our failure. */
const RULES: Record<string, Rule> = {
  '23505': { code: 'DUPLICATE', sentence: (field) => `Another record already has this ${field ? lower(field) : 'value'}.` },
  '23503': { code: 'NOT_FOUND', sentence: (field) => `${field || 'A record named here'} does not exist or is not visible to you.` },
  '23514': { code: 'VALIDATION_FAILED', sentence: (field) => `${field || 'A value'} is not allowed.` },
  '22P02': notUsable,
  '22P05': notUsable,
  '22001': notUsable,
  '22003': notUsable,
  '22007': notUsable,
  '22008': notUsable,
  '22021': notUsable,
  '40001': { code: 'CONFLICT', sentence: () => 'Others changed the same records at the same moment. Try again.' },
  '40P01': { code: 'CONFLICT', sentence: () => 'Others changed the same records at the same moment. Try again.' },
};

/**
 * A refusal by the database as a problem of the input.
 *
 * @returns undefined when the error is not the database's, or not something an input can cause
 */
export function databaseProblem(error: unknown): Problem | undefined {
  const failure = failureOf(error);
  if (!failure) return undefined;
  if (failure.code === '23503' && /^update or delete on table/.test(failure.message)) {
    return { code: 'PRECONDITION_FAILED', message: 'Other records still refer to this one.', path: [] };
  }
  const rule = RULES[failure.code];
  if (!rule) return undefined;
  const name = fieldName(failure);
  return { code: rule.code, message: rule.sentence(label(failure.code === '23503' ? name.replace(/Id$/, '') : name)), path: name ? [name] : [] };
}

function failureOf(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const candidate: unknown = (error as { driverError?: unknown }).driverError ?? error;
  const { code, severity } = candidate as { code?: unknown; severity?: unknown };
  // `severity` tells PostgreSQL's errors from Node's, whose codes look alike.
  return typeof code === 'string' && typeof severity === 'string' ? (candidate as DatabaseFailure) : undefined;
}

/** Constraints are named `uq_<table>_<columns>`: under row-level security PostgreSQL tells nothing else of the row. */
function fieldName({ constraint, table, column, code }: DatabaseFailure): string {
  if (column) return camel(column);
  if (!constraint || !table) return '';
  const rest = constraint.replace(/^(uq|fk|ck|ix|pk)_/, '');
  const columns = rest.startsWith(`${table}_`) ? rest.slice(table.length + 1) : '';
  const name = camel(columns.replace(/^organization_id_/, ''));
  return code === '23503' && name && !name.endsWith('Id') ? `${name}Id` : name;
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `externalId` -> `External id`. */
export function label(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
