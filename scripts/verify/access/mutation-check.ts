import { switchOff, type TestSwitch } from '../../../libs/platform/kernel/test-switch.js';
import { ASKED, type Cell, cellOn, cellWithout, type Plan } from './cells.js';
import { hiddenFieldCells } from './fields.js';
import { scopesOf } from './oracle.js';
import { RECIPES } from './recipes.js';
import { placeProbes } from './place-probes.js';
import { specialChecks } from './special-checks.js';
import type { Scope } from './verify.js';
import type { World } from './world.js';

/** One check switched off: how many of the cells that it should decide came out otherwise. */
export interface Mutant { name: string; tried: number; flipped: number }

const ENOUGH = 4;

/**
 * Switches every guard, filter and policy off, one after the other, and asks again what it should have refused: at least one cell
 * must flip, or the check is not what refuses.
 *
 * @param cells of the run with everything on
 */
export async function mutantsOf(world: World, scope: Scope, cells: readonly Cell[]): Promise<Mutant[]> {
  const right = cells.filter(({ expected, told }) => expected === told);
  const mutants: Mutant[] = [];
  const doors = right.filter(({ expected, relation }) => expected === 'FORBIDDEN' && relation === 'none');
  mutants.push(await asked(world, scope, 'guard', spread(doors)));
  const records = right.filter((cell) => cell.expected === 'FORBIDDEN' && cell.relation !== 'none' && holdsSomewhere(scope, cell));
  mutants.push(await asked(world, scope, 'record', spread(records)));
  for (const { name } of scope.subjects) {
    const hidden = right.filter((cell) => cell.subject === name && cell.expected === 'NOT_FOUND' && isOurs(cell) && !RECIPES[cell.operation]?.rule);
    if (hidden.length > 0) mutants.push(await asked(world, scope, `rows:${name}`, spread(hidden)));
  }
  for (const subject of new Set((await hiddenFieldCells(scope.schema, world.callers)).map(({ question }) => question.split('s ')[0]!))) {
    mutants.push(await off(`fields:${subject}`, async () => {
      const told = (await hiddenFieldCells(scope.schema, world.callers)).filter(({ question }) => question.startsWith(subject));
      return { tried: told.length, flipped: told.filter((cell) => cell.told !== 'FORBIDDEN').length };
    }));
  }
  for (const { name, prepare, letsThrough, restore } of await specialChecks(world)) {
    await prepare?.();
    if (await letsThrough()) throw new Error(`${name}: let through although nothing was switched off.`);
    mutants.push(await off(name, async () => ({ tried: 1, flipped: (await letsThrough()) ? 1 : 0 })));
    await restore?.();
  }
  return mutants;
}

/** Every list and record of the other organization with each application filter off: what is left is row-level security. */
export async function withoutFilters(world: World, scope: Scope): Promise<{ asked: number; seen: number }> {
  const subjects = scope.subjects.flatMap(({ name }): TestSwitch[] => [`rows:${name}`, `fields:${name}`, `masks:${name}`]);
  switchOff('guard', 'record', 'writes', 'conditions', 'context', 'network', 'session', 'viewing', ...subjects);
  try {
    const queries = scope.plans.filter(({ operation, subject }) => operation.root === 'query' && subject !== null);
    let seen = 0;
    let asked = 0;
    for (const caller of world.callers.filter(({ role }) => ['SUPERADMIN', 'HR', 'TEAM_MEMBER', 'CLIENT_MEMBER'].includes(role))) {
      for (const plan of queries) {
        const cell = await cellOn(world, plan, caller, scopesOf(caller.roleKey), 'foreign', world.foreign);
        asked += 1;
        if (cell.told === 'ALLOWED' || cell.canary) seen += 1;
      }
    }
    return { asked, seen };
  } finally {
    switchOff();
  }
}

async function asked(world: World, scope: Scope, name: TestSwitch, cells: readonly Cell[]): Promise<Mutant> {
  return off(name, async () => {
    let flipped = 0;
    for (const cell of cells) if ((await again(world, scope, cell)).told !== cell.expected) flipped += 1;
    return { tried: cells.length, flipped };
  });
}

async function again(world: World, scope: Scope, { operation, role, relation }: Cell): Promise<Cell> {
  const plan = scope.plans.find((each) => each.operation.name === operation)!;
  const caller = world.callers.find((each) => each.role === role)!;
  const scopes = scopesOf(caller.roleKey);
  if (relation === 'none') return cellWithout(world, plan, caller, scopes);
  return cellOn(world, plan, caller, scopes, relation, await placeProbes(world, scope.subjects, relation, caller));
}

async function off(name: TestSwitch, run: () => Promise<{ tried: number; flipped: number }>): Promise<Mutant> {
  // Compiled rights are kept by the organization's version: without a new one the switch would come too late.
  switchOff(name);
  try {
    return { name, ...(await run()) };
  } finally {
    switchOff();
  }
}

const isOurs = ({ relation }: Cell): boolean => (ASKED as readonly string[]).includes(relation) && relation !== 'foreign' && relation !== 'missing';

/** The role may do it on some records, only not on this: so the guard let it in and the record's own check refused. */
function holdsSomewhere(scope: Scope, { operation, role }: Cell): boolean {
  const plan: Plan = scope.plans.find((each) => each.operation.name === operation)!;
  const access = plan.operation.access;
  return typeof access !== 'string' && scopesOf(role as never).has(access.name) && plan.operation.root === 'mutation' && !plan.recipe.rule;
}

/** A few that differ in their operation. */
function spread(cells: readonly Cell[]): Cell[] {
  const byOperation = new Map(cells.map((cell) => [cell.operation, cell]));
  return [...byOperation.values()].slice(0, ENOUGH);
}
