import type { Client } from 'pg';
import { isInputObjectType, isNonNullType, getNamedType, type GraphQLInputObjectType } from 'graphql';
import { documentOf } from '../access/operations.js';
import { type Plan, variablesFor } from '../access/cells.js';
import { STALE_VERSION } from '../access/variables.js';
import { firstProblem } from '../access/verdict.js';
import type { Caller, World } from '../access/world.js';

/** Fields in which a person writes what they like. */
const FREE = new Set(['name', 'title', 'note', 'company', 'description', 'topic', 'reason', 'label', 'comment']);
let count = 0;

/** Runs a mutation so that it takes effect: with the version in force and, where there is something to write, something new. @returns null, or why it was refused */
export async function perform(world: World, { operation, ...plan }: Plan, caller: Caller): Promise<string | null> {
  const before = await lastEvent(world.owner);
  const variables = variablesFor(world, { operation, ...plan }, caller, world.probes) as { input?: Record<string, unknown> };
  const input = { ...variables.input };
  if (input['version'] === STALE_VERSION) input['version'] = await versionOf(world.owner, String(input['id']));
  const type = operation.field.args.find(({ name }) => name === 'input')?.type;
  const fields = type && isInputObjectType(getNamedType(type)) ? Object.values((getNamedType(type) as GraphQLInputObjectType).getFields()) : [];
  for (const field of fields) {
    if (!(field.name in input) && !isNonNullType(field.type) && FREE.has(field.name) && String(getNamedType(field.type)) === 'String') input[field.name] = `Text ${(count += 1)}`;
  }
  const answer = await caller.api.send(documentOf(operation), { ...variables, input });
  const problem = firstProblem(answer);
  if (problem) return `${problem.code} ${problem.path.join('.')}: ${problem.message}`;
  return (await lastEvent(world.owner)) === before ? 'nothing happened' : null;
}

async function lastEvent(owner: Client): Promise<string> {
  return (await owner.query<{ id: string }>(`SELECT coalesce(max(id), 0)::text AS id FROM event WHERE kind <> 'access.refused'`)).rows[0]!.id;
}

let tables: Promise<string[]> | null = null;

/** The version in force of a record, whatever it is; 1 where nothing has one. */
async function versionOf(owner: Client, id: string): Promise<number> {
  tables ??= owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype
     JOIN pg_attribute v ON v.attrelid = c.oid AND v.attname = 'version' AND v.atttypid = 'int4'::regtype WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`).then(({ rows }) => rows.map(({ name }) => name));
  const { rows } = await owner.query<{ version: number }>((await tables).map((name) => `SELECT version FROM "${name}" WHERE id = $1`).join(' UNION ALL '), [id]).catch(() => ({ rows: [] }));
  return rows[0]?.version ?? 1;
}
