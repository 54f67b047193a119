import { type SubjectDefinition, subjectByName } from '../../../libs/platform/access/index.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { type GraphqlAnswer, signInAs } from '../../../libs/testing/api/session.js';
import { documentOf, isList, type Operation } from './operations.js';
import { scopesOf, type Verdict, verdictOn } from './oracle.js';
import { placeProbes } from './place-probes.js';
import type { Probes } from './probes.js';
import { RECIPES, type Recipe } from './recipes.js';
import { type Relation, relationsOf } from './relations.js';
import { type Known, variablesOf } from './variables.js';
import { firstProblem, type Told, verdictOf } from './verdict.js';
import { CANARY, type Caller, type World } from './world.js';

/** One operation as one person on one record. */
export interface Cell {
  operation: string;
  subject: string | null;
  role: string;
  relation: Relation | 'none';
  expected: Verdict;
  told: Told;
  /** Text of a record that this caller may not read stood in the answer. */
  canary: boolean;
  detail: string;
}

/** An operation with everything that is needed to ask it. */
export interface Plan {
  operation: Operation;
  recipe: Recipe;
  /** Of the record it works on; null when it works on none. */
  subject: SubjectDefinition | null;
  /** The argument or input field that names the record. */
  record: string | null;
  list: boolean;
  permission: string | null;
}

/** @throws Error when nothing tells which record the operation is about */
export function planOf(operation: Operation): Plan {
  const recipe = RECIPES[operation.name] ?? {};
  const declared = typeof operation.access === 'string' ? null : operation.access;
  const list = operation.root === 'query' && isList(operation) && !recipe.noRecord;
  const inputFields = operation.field.args.flatMap(({ name, type }) => (name === 'input' ? Object.keys(fieldsOf(type)) : [name]));
  const record = recipe.record === undefined ? (inputFields.includes('id') ? 'id' : null) : recipe.record;
  const name = recipe.on ?? declared?.subject;
  const subject = (record !== null || list) && name ? subjectByName(name) : null;
  return { operation, recipe, subject, record, list, permission: recipe.permission ?? declared?.name ?? null };
}

const fieldsOf = (type: unknown): object => {
  const inner = (type as { ofType?: unknown }).ofType ?? type;
  return (inner as { getFields?: () => object }).getFields?.() ?? {};
};

/** What a person who should have been refused has done all the same. */
export interface SideEffect { role: string; relation: string; kinds: string[] }

/** Runs every cell of one person; those that should be refused first and apart, so that an event of theirs gives a side effect away. */
export async function cellsOf(world: World, plans: readonly Plan[], subjects: readonly SubjectDefinition[], caller: Caller, take: (cell: Cell) => void): Promise<SideEffect[]> {
  const scopes = scopesOf(caller.roleKey);
  const effects: SideEffect[] = [];
  for (const plan of plans.filter(({ subject }) => subject === null)) take(await cellWithout(world, plan, plan.recipe.throwaway ? await double(world, caller, plan.recipe.throwaway === 'NEW') : caller, scopes));
  for (const relation of ASKED) {
    const about = plans.filter(({ subject, recipe }) => subject !== null && !recipe.except?.includes(relation) && relationsOf(subject, caller.client, world.archivable).includes(relation));
    const records = await placeProbes(world, subjects, relation, caller);
    const refused = (plan: Plan): boolean => !plan.list && expectedOn(plan, caller, scopes, relation) !== 'ALLOWED';
    const before = await lastEvent(world);
    await inLanes(about.filter(refused), async (plan) => take(await cellOn(world, plan, caller, scopes, relation, records)));
    const kinds = await eventsSince(world, before, caller);
    if (kinds.length > 0) effects.push({ role: caller.role, relation, kinds });
    const allowed = about.filter((plan) => !refused(plan));
    await inLanes(allowed.filter(({ recipe }) => !recipe.moves), async (plan) => take(await cellOn(world, plan, caller, scopes, relation, records)));
    for (const plan of allowed.filter(({ recipe }) => recipe.moves)) {
      await placeProbes(world, [plan.subject!], relation, caller);
      take(await cellOn(world, plan, caller, scopes, relation, records));
    }
  }
  return effects;
}

export const ASKED = ['own', 'abroad', 'assigned', 'department', 'other', 'archived', 'foreign', 'missing'] as const satisfies readonly Relation[];

async function lastEvent({ owner }: World): Promise<string> {
  return (await owner.query<{ last: string }>('SELECT coalesce(max(id), 0)::text AS last FROM event')).rows[0]!.last;
}

/** What somebody did; that they were refused is no deed. */
async function eventsSince({ owner }: World, id: string, { userId }: Caller): Promise<string[]> {
  const { rows } = await owner.query<{ kind: string }>(`SELECT DISTINCT kind FROM event WHERE id > $1 AND actor_id = $2 AND kind NOT IN ('access.refused', 'data.read')`, [id, userId]);
  return rows.map(({ kind }) => kind);
}

/** One operation that is about no record. */
export async function cellWithout(world: World, plan: Plan, caller: Caller, scopes: ReadonlyMap<string, ReadonlySet<string>>): Promise<Cell> {
  const { operation, permission } = plan;
  const answer = await ask(world, plan, caller, world.probes);
  const expected: Verdict = permission === null || scopes.has(permission) ? 'ALLOWED' : 'FORBIDDEN';
  return cell(plan, caller, 'none', expected, tolerant(plan, verdictOf(answer, null)), JSON.stringify(answer.data ?? null).includes(CANARY.theirs), answer, operation.name);
}

const tolerant = ({ recipe }: Plan, told: Told): Told => (recipe.refusesInput && (told === 'UNCLEAR' || told === 'NOT_FOUND') ? 'ALLOWED' : told);

const doubles = new Map<string, { id: string; email: string }>();

/** Somebody else with the same role, in a session of its own; the same person again unless a new one is needed. */
async function double(world: World, caller: Caller, anew: boolean): Promise<Caller> {
  const person = (anew ? undefined : doubles.get(caller.role)) ?? (await world.agency.addUser({
    name: `Double ${newId().slice(-8)}`, roles: [caller.roleKey], departmentIds: caller.departmentId ? [caller.departmentId] : [], ...(caller.customerId ? { customerId: caller.customerId } : {}),
  }));
  if (!anew) doubles.set(caller.role, person);
  return { ...caller, userId: person.id, email: person.email, api: await signInAs(world.api, person.email) };
}

/** One operation on one record. */
export async function cellOn(
  world: World, plan: Plan, caller: Caller, scopes: ReadonlyMap<string, ReadonlySet<string>>, relation: Relation, records: Probes,
): Promise<Cell> {
  const subject = plan.subject!;
  const answer = await ask(world, plan, caller, records);
  const text = JSON.stringify(answer.data ?? null);
  const readable = verdictOn(scopes, `${subject.name}.read`, subject.name, relation) === 'ALLOWED';
  const canary = text.includes(CANARY.theirs) || (!readable && relation !== 'foreign' && relation !== 'missing' && text.includes(`${CANARY.ours}${subject.name.toLowerCase()}`));
  if (plan.list) {
    const told = verdictOf(answer, null);
    const holds = text.includes(`"id":"${records[subject.name] ?? ''}"`);
    const expected: Verdict = !scopes.has(plan.permission!) ? 'FORBIDDEN' : readable && !(relation === 'archived' && plan.recipe.leavesOutArchived) ? 'ALLOWED' : 'NOT_FOUND';
    return cell(plan, caller, relation, expected, told === 'ALLOWED' ? (holds ? 'ALLOWED' : 'NOT_FOUND') : told, canary, answer, plan.operation.name);
  }
  const expected = expectedOn(plan, caller, scopes, relation);
  const told = plan.recipe.bulk ? bulkVerdict(answer, plan.record) : verdictOf(answer, plan.record);
  return cell(plan, caller, relation, expected, told, canary, answer, plan.operation.name);
}

/** What an operation on one record should answer to somebody. */
export function expectedOn({ operation, recipe, permission, subject }: Plan, caller: Pick<Caller, 'role' | 'client'>, scopes: ReadonlyMap<string, ReadonlySet<string>>, relation: Relation): Verdict {
  const door = typeof operation.access === 'string' ? null : operation.access.name;
  if (door && !scopes.has(door)) return 'FORBIDDEN';
  const byGrants = verdictOn(scopes, permission!, subject!.name, relation);
  return recipe.rule?.verdict({ userId: '', departmentId: null, customerId: null, ...caller }, relation, byGrants) ?? byGrants;
}

/** Several at once: what was left out is named with its reason. */
function bulkVerdict(answer: GraphqlAnswer<Record<string, unknown>>, record: string | null): Told {
  const told = verdictOf(answer, record);
  const payload = Object.values(answer.data ?? {})[0] as { skipped?: { code?: string }[] } | undefined;
  const code = payload?.skipped?.[0]?.code;
  return told === 'ALLOWED' && (code === 'NOT_FOUND' || code === 'FORBIDDEN') ? code : told;
}

function ask(world: World, plan: Plan, caller: Caller, records: Probes): Promise<GraphqlAnswer<Record<string, unknown>>> {
  return caller.api.send(documentOf(plan.operation), variablesFor(world, plan, caller, records));
}

/** @throws Error when an input needs an id of something that was not made */
export function variablesFor(world: World, { operation, recipe, subject, record }: Plan, caller: Caller, records: Probes): Record<string, unknown> {
  const target = recipe.probe ? (records[recipe.probe] ?? newId()) : subject ? records[subject.name] : undefined;
  const extra = recipe.variables?.(world.probes, caller) ?? {};
  const { input, ...others } = extra;
  const given: Record<string, unknown> = { ...others, ...(input as object | undefined) };
  const known: Known = (name) => {
    if (name in given) return given[name];
    if (name === record) return target;
    if (name === 'ids' && target) return target;
    const key = name.replace(/Ids?$/, '');
    return name === key ? undefined : (PEOPLE.has(key) ? world.elsewhere.ownerId : world.probes[ALIASES[key] ?? key]);
  };
  return variablesOf(operation, known, operation.field.args.some(({ name }) => name === 'first') ? { first: 200, ...extra } : extra, record);
}

/** What people are called in inputs. */
const PEOPLE = new Set(['owner', 'agent', 'assignee', 'manager', 'lead', 'user', 'reviewer', 'person']);
const ALIASES: Record<string, string> = { stage: 'pipelineStage', parent: 'task' };

function cell(plan: Plan, caller: Caller, relation: Cell['relation'], expected: Verdict, told: Told, canary: boolean, answer: GraphqlAnswer<Record<string, unknown>>, operation: string): Cell {
  const problem = firstProblem(answer);
  return { operation, subject: plan.subject?.name ?? null, role: caller.role, relation, expected, told, canary, detail: problem ? `${problem.code} ${problem.path.join('.')}: ${problem.message}` : '' };
}

/** A few at a time: two cores serve both sides. */
async function inLanes<T>(items: readonly T[], each: (item: T) => Promise<void>, lanes = 6): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await each(item);
  }));
}
