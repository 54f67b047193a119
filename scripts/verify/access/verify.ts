import { readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { subjectByName, type SubjectDefinition } from '../../../libs/platform/access/index.js';
import { RootFields } from '../../../libs/platform/graphql/access/root-fields.js';
import { ASKED, type Cell, cellsOf, type Plan, planOf, type SideEffect, variablesFor } from './cells.js';
import { type FieldCell, hiddenFieldCells } from './fields.js';
import { matrixDocument } from './matrix-document.js';
import { documentOf, type Operation, operationsOf } from './operations.js';
import { isCovered, type RouteCell, routeCells, routesOf } from './routes.js';
import { type Hearing, hearingsOf } from './subscriptions.js';
import { variablesOf } from './variables.js';
import { letterFindings, type LetterFindings } from './letters.js';
import type { Archivable } from './relations.js';
import { firstProblem, verdictOf } from './verdict.js';
import { CANARY, type World } from './world.js';
import { ApiClient } from '../../../libs/testing/api/session.js';

const DOCUMENT = new URL('../../../docs/access-matrix.md', import.meta.url);

/** What can be asked of the product, and what cannot and why. */
export interface Scope {
  schema: GraphQLSchema;
  operations: Operation[];
  plans: Plan[];
  subjects: SubjectDefinition[];
  uncovered: string[];
}

export interface Findings {
  scope: Scope;
  cells: Cell[];
  effects: SideEffect[];
  hearings: Hearing[];
  routes: RouteCell[];
  fields: FieldCell[];
  strangers: { operation: string; told: string; canary: boolean }[];
  /** Whether docs/access-matrix.md says what the grants say. */
  documented: boolean;
  /** Secrets and foreign texts that the process logged. */
  logged: string[];
  letters: LetterFindings;
}

/** Every operation of the schema with a way to ask it. */
export function scopeOf(world: World): Scope {
  const { nest } = world.api.app;
  const { schema } = nest.get(GraphQLSchemaHost, { strict: false });
  const operations = operationsOf(schema, nest.get(RootFields, { strict: false }));
  const uncovered = routesOf(nest).filter((route) => !isCovered(route)).map(({ method, path }) => `${method} ${path}: no request is known`);
  const plans: Plan[] = [];
  for (const operation of operations.filter(({ access, root }) => access !== 'PUBLIC' && root !== 'subscription')) {
    try {
      const plan = planOf(operation);
      if (plan.subject && !world.probes[plan.subject.name]) throw new Error(`no record of ${plan.subject.name} was made`);
      variablesFor(world, plan, world.callers[0]!, world.probes);
      plans.push(plan);
    } catch (error) {
      uncovered.push(`${operation.name}: ${(error as Error).message}`);
    }
  }
  const subjects = [...new Set(plans.flatMap(({ subject }) => (subject ? [subject.name] : [])))].map(subjectByName);
  return { schema, operations, plans, subjects, uncovered };
}

/** Runs everything over the wire. */
export async function findingsOf(world: World, options: { update?: boolean } = {}): Promise<Findings> {
  const scope = scopeOf(world);
  const cells: Cell[] = [];
  const effects: SideEffect[] = [];
  for (const caller of world.callers) effects.push(...(await cellsOf(world, scope.plans, scope.subjects, caller, (cell) => cells.push(cell))));
  const strangers = await askAsNobody(world, scope);
  const hearings = await hearingsOf(world, scope.subjects, ASKED.filter((relation) => relation !== 'foreign' && relation !== 'missing'));
  const routes = await routeCells(world, routesOf(world.api.app.nest));
  const letters = await letterFindings(world);
  const fields = await hiddenFieldCells(scope.schema, world.callers);
  const document = matrixDocument(scope.plans, scope.operations.filter(({ access }) => access === 'PUBLIC').map(({ name }) => name), world.callers, archivableIn(world, scope));
  if (options.update) writeFileSync(DOCUMENT, document);
  return { scope, cells, effects, hearings, routes, fields, strangers, documented: readDocument() === document, logged: logged(world), letters };
}

/** Of the subjects that operations are about. */
const archivableIn = ({ archivable }: World, { subjects }: Scope): Archivable => new Map([...archivable].filter(([name]) => subjects.some((subject) => subject.name === name)));

const readDocument = (): string => {
  try {
    return readFileSync(DOCUMENT, 'utf8');
  } catch {
    return '';
  }
};

/** Nobody: everything but what is open to strangers is UNAUTHENTICATED; what is open shows nothing of anybody's. */
async function askAsNobody(world: World, { operations }: Scope): Promise<Findings['strangers']> {
  const nobody = new ApiClient(world.api.url);
  const known = (name: string): unknown => (/Ids?$|^ids?$/.test(name) ? world.probes['lead'] : undefined);
  const found: Findings['strangers'] = [];
  for (const operation of operations.filter(({ root }) => root !== 'subscription')) {
    const answer = await nobody.send(documentOf(operation), variablesOf(operation, known));
    const told = verdictOf(answer, null);
    const wrong = operation.access === 'PUBLIC' ? told === 'BROKEN' : told !== 'UNAUTHENTICATED';
    const text = JSON.stringify(answer.data ?? null);
    const canary = text.includes(CANARY.ours) || text.includes(CANARY.theirs);
    found.push({ operation: operation.name, told: wrong ? `${told} ${firstProblem(answer)?.message ?? ''}` : 'AS DECLARED', canary });
  }
  return found;
}

/** Passwords, tokens and what people wrote have no business in a log. */
function logged({ api, callers, workerLog }: World): string[] {
  const log = `${api.log()}\n${workerLog()}`;
  if (!workerLog().includes('The mail server did not take it')) throw new Error('The worker\'s log says nothing of mail that nobody took: it was not looked at.');
  const secrets = [CANARY.ours, CANARY.theirs, 'a password of the tests', ...callers.map((caller) => caller.api.cookie('tl_access') ?? 'no token'), ...callers.map((caller) => caller.api.cookie('tl_refresh') ?? 'no token')];
  return secrets.filter((secret) => log.includes(secret)).map((secret) => secret.slice(0, 12));
}
