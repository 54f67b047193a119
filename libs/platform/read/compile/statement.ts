import { createHash } from 'node:crypto';
import type { Actor } from '../../kernel/index.js';
import type { Figures } from '../figures.js';
import type { ConnectionArguments, ReadModel } from '../model.js';
import type { Selection } from '../selection.js';
import { compileConnection } from './connection.js';
import { CompileContext, type Finish } from './context.js';
import { compileFigures } from './figures.js';
import type { CompiledPart } from './list.js';
import type { WireValue } from './parameters.js';
import { compileRecord } from './record.js';

/** One thing to read: a page of a list, one record, or figures over many. */
export type ReadRequest =
  | { shape: 'connection'; model: ReadModel; args: ConnectionArguments; selection: Selection }
  | { shape: 'one'; model: ReadModel; id: string; selection: Selection }
  | { shape: 'figures'; figures: Figures; args: Readonly<Record<string, unknown>>; selection: Selection };

/** A parameterized statement that returns one row with a JSON text (or NULL) for each request. */
export interface Statement {
  /** Equal texts have equal names: what the connection prepares it under. Empty: planned each time, for its very values. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly WireValue[];
  /** What TypeScript still has to do on each parsed answer. */
  readonly finishes: readonly (Finish | null)[];
  /** Whether the text alone is not the whole answer. */
  readonly needsExecution: boolean;
  /** Whether it is about the caller: it serves nobody else, not even with equal rights. */
  readonly personal: boolean;
}

/**
 * Compiles requests into one statement: it reads all of them from one snapshot.
 *
 * @param forText see `CompileContext`
 * @throws AppError VALIDATION_FAILED, FORBIDDEN, LIMIT_EXCEEDED
 */
export function compileStatement(actor: Actor, requests: readonly ReadRequest[], forText: boolean): Statement {
  const context = new CompileContext(actor, forText);
  const parts = requests.map((request) => compileRequest(context, request));
  const withs = context.withs.length > 0 ? `WITH ${context.withs.join(', ')} ` : '';
  const text = `${withs}SELECT ${parts.map(({ json }, index) => `${json} AS r${index}`).join(', ')}`;
  return {
    name: requests.some(isUneven) ? '' : createHash('sha1').update(text).digest('base64url'),
    text,
    // A query for type names only touches no table, and PostgreSQL refuses a parameter that the text does not use.
    values: text.includes(context.parameters.organization) ? context.parameters.values : [],
    finishes: parts.map(({ finish }) => finish),
    needsExecution: context.needsExecution,
    personal: context.personal,
  };
}

/** A plan that is kept must serve every value, and so it takes what is rare for as frequent as the rest and scans for it. */
function isUneven(request: ReadRequest): boolean {
  return request.shape === 'connection' && request.model.unevenFilters && Boolean(request.args.filter);
}

function compileRequest(context: CompileContext, request: ReadRequest): CompiledPart {
  switch (request.shape) {
    case 'one': return compileOne(context, request);
    case 'connection': return compileRootConnection(context, request);
    case 'figures': return compileFigures(context, request.figures, request.args, request.selection);
  }
}

function compileRootConnection(context: CompileContext, { model, args, selection }: ReadRequest & { shape: 'connection' }): CompiledPart {
  requireRules(model);
  return compileConnection(context, model, args, selection, { link: () => [], order: model.defaultSort });
}

function compileOne(context: CompileContext, { model, id, selection }: ReadRequest & { shape: 'one' }): CompiledPart {
  requireRules(model);
  const alias = context.alias();
  const record = compileRecord(context, model, alias, selection);
  const conditions = [
    `${alias}.${model.tenant} = ${context.parameters.organization}`,
    `${alias}.id = ${context.parameters.add(id)}::uuid`,
    context.rules.rows(model, alias),
  ].filter((condition) => condition !== 'true');
  return {
    json: `(SELECT ${record.json} FROM ${[`${model.table} ${alias}`, ...record.joins].join(' ')} WHERE ${conditions.join(' AND ')})`,
    finish: record.finish,
  };
}

/** A model without rules is seen with its parent only; as a root it would show everything. */
function requireRules(model: ReadModel): void {
  if (!model.subject) throw new Error(`${model.name} has no subject: it can only be read as a part of another record.`);
}
